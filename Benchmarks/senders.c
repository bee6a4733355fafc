// People who each post again and again, on connections of their own in one epoll loop, so that sending takes next to nothing of what is measured.
//
//   senders PORT PATH PEOPLE MILLISECONDS
//
// PEOPLE is a file with a device's secret, a token and a name in each line. Each posts a message to PATH every so many milliseconds, if the last one was
// answered. When standard input ends, it prints how often each status was answered, 0 being none, and ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1000, ROOM = 65536 };

typedef struct {
  int fd, is_waiting, number, length;
  long long due;
  char device[128], token[128], name[64];
  char text[ROOM];
} Sender;

static Sender senders[MOST];
static long long statuses[600];
static int count, port;
static const char *path;

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int opened(int index, int loop) {
  Sender *s = &senders[index];
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int yes = 1;
  s->fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(s->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(s->fd, (struct sockaddr *)&address, sizeof address) != 0) {
    close(s->fd);
    s->fd = -1;
    return 0;
  }
  fcntl(s->fd, F_SETFL, O_NONBLOCK);
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = index};
  epoll_ctl(loop, EPOLL_CTL_ADD, s->fd, &event);
  return 1;
}

static void ended(Sender *s, int status) {
  statuses[status >= 0 && status < 600 ? status : 0]++;
  s->is_waiting = 0;
  s->length = 0;
  if (status == 0) {
    close(s->fd);
    s->fd = -1;
  }
}

static void post(int index, int loop) {
  Sender *s = &senders[index];
  if (s->fd < 0 && !opened(index, loop)) {
    statuses[0]++;
    return;
  }
  char body[1024], request[4096];
  int size = snprintf(body, sizeof body, "token=%s&text=T%lld.%dT&client=flood-%s-%d", s->token, now(), s->number, s->name, s->number);
  int length = snprintf(request, sizeof request,
                        "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: __Host-device=%s\r\nSec-Fetch-Mode: cors\r\n"
                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
                        path, port, s->device, size, body);
  s->number++;
  s->is_waiting = 1;
  if (write(s->fd, request, length) != length) ended(s, 0);
}

// Whether the whole answer is there, by its length; of ours none comes in chunks to a form.
static int is_whole(Sender *s) {
  s->text[s->length] = 0;
  char *end = strstr(s->text, "\r\n\r\n");
  if (!end) return 0;
  char *field = strcasestr(s->text, "\r\ncontent-length:");
  long long size = field && field < end ? atoll(field + 17) : 0;
  return s->length >= end + 4 - s->text + size;
}

static void readable(Sender *s) {
  ssize_t got = read(s->fd, s->text + s->length, ROOM - 1 - s->length);
  if (got <= 0) {
    if (got == 0 || (errno != EAGAIN && errno != EINTR)) ended(s, 0);
    return;
  }
  s->length += (int)got;
  if (is_whole(s)) ended(s, atoi(s->text + 9));
  else if (s->length == ROOM - 1) ended(s, 0);
}

int main(int argc, char **argv) {
  if (argc != 5) return fprintf(stderr, "usage: senders PORT PATH PEOPLE MILLISECONDS\n"), 2;
  port = atoi(argv[1]);
  path = argv[2];
  FILE *people = fopen(argv[3], "r");
  if (!people) return perror(argv[3]), 2;
  long long pause = atoll(argv[4]) * 1000000LL, start = now();
  while (count < MOST && fscanf(people, "%127s %127s %63s", senders[count].device, senders[count].token, senders[count].name) == 3) count++;
  for (int i = 0; i < count; i++) {
    senders[i].fd = -1;
    // One after the other, as people do.
    senders[i].due = start + pause * i / count;
  }
  int loop = epoll_create1(0);
  struct epoll_event input = {.events = EPOLLIN, .data.u32 = MOST}, events[256];
  epoll_ctl(loop, EPOLL_CTL_ADD, 0, &input);
  for (int is_over = 0; !is_over;) {
    int ready = epoll_wait(loop, events, 256, 2);
    for (int i = 0; i < ready; i++) {
      if (events[i].data.u32 == MOST) is_over = 1;
      else if (senders[events[i].data.u32].fd >= 0) readable(&senders[events[i].data.u32]);
    }
    long long at = now();
    for (int i = 0; i < count; i++) {
      if (senders[i].due > at) continue;
      if (!senders[i].is_waiting) post(i, loop);
      senders[i].due += pause;
    }
  }
  printf("{");
  for (int status = 0, is_first = 1; status < 600; status++) {
    if (statuses[status]) {
      printf("%s\"%d\": %lld", is_first ? "" : ", ", status, statuses[status]);
      is_first = 0;
    }
  }
  printf("}\n");
  return 0;
}
