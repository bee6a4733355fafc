#include <poll.h>
#include <sys/epoll.h>
#include <time.h>

// Glibc declares it for GNU programs only.
extern int ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const void *mask);
