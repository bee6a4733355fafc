// Holds many event streams open with one epoll loop, and measures when messages arrive.
//
//   streams PORT COUNT PATH [COOKIES] [MUTE]
//
// PATH may hold one %d, the stream's number modulo CHANNELS (environment, default 1). COOKIES is a file with a device's secret in each line. The first MUTE
// streams never read. A message holds "T<nanoseconds of CLOCK_MONOTONIC>.<number>T". On standard input: "report" prints one line and begins anew, "ids" prints
// the lowest and highest last event id, "lists" prints for each stream how many messages came and the sum of their numbers, "quit" ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { TAIL = 64, CHUNK = 65536, MOST = 8000000 };

typedef struct {
  int fd, tail, is_open, status;
  long long id, messages, sum;
  char text[TAIL];
} Stream;

static Stream *streams;
static uint32_t *delays;
static size_t arrived;
static int count, opened, failed, cut, mute;

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int by_size(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static void report(void) {
  qsort(delays, arrived, sizeof *delays, by_size);
  double p50 = arrived ? delays[arrived / 2] / 1000.0 : 0, p99 = arrived ? delays[arrived * 99 / 100] / 1000.0 : 0;
  double most = arrived ? delays[arrived - 1] / 1000.0 : 0;
  printf("{\"arrived\": %zu, \"p50\": %.2f, \"p99\": %.2f, \"max\": %.2f, \"open\": %d, \"failed\": %d, \"cut\": %d, \"counts\": [", arrived, p50, p99, most, opened, failed, cut);
  // How many took so many whole milliseconds, so that several reports can be put together.
  for (size_t first = 0, next; first < arrived; first = next) {
    uint32_t millisecond = delays[first] / 1000;
    for (next = first; next < arrived && delays[next] / 1000 == millisecond;) next++;
    printf("%s[%u, %zu]", first ? ", " : "", millisecond, next - first);
  }
  printf("]}\n");
  fflush(stdout);
  arrived = 0;
}

// Reads what stands in the text: the answer's status, event ids, messages. Gives back how much of it is done with.
static void take(Stream *s, char *text, size_t length) {
  long long at = now();
  text[length] = 0;
  if (!s->is_open && strstr(text, "\r\n\r\n")) {
    s->status = strncmp(text, "HTTP/1.1 200", 12) == 0 ? 200 : atoi(text + 9);
    s->is_open = 1;
    if (s->status == 200) opened++;
    else failed++;
  }
  for (char *p = text; (p = strstr(p, "id: "));) {
    p += 4;
    char *end;
    long long id = strtoll(p, &end, 10);
    if (*end == '\n' && id > s->id) s->id = id;
  }
  char *done = text;
  for (char *p = text; (p = strchr(p, 'T')); p++) {
    char *end;
    if (p[1] < '0' || p[1] > '9') continue;
    long long sent = strtoll(p + 1, &end, 10);
    if (*end != '.' || end - p < 12) continue;
    long long number = strtoll(end + 1, &end, 10);
    if (*end != 'T') continue;
    long long delay = (at - sent) / 1000;
    if (arrived < MOST) delays[arrived++] = delay < 0 ? 0 : (uint32_t)delay;
    s->messages++;
    s->sum += number;
    p = end;
    done = end + 1;
  }
  size_t rest = text + length - done;
  if (rest > TAIL - 1) rest = TAIL - 1;
  memcpy(s->text, text + length - rest, rest);
  s->tail = (int)rest;
}

static void gone(Stream *s, int loop) {
  epoll_ctl(loop, EPOLL_CTL_DEL, s->fd, NULL);
  close(s->fd);
  s->fd = -1;
  cut++;
}

static void readable(Stream *s, int loop) {
  static char buffer[TAIL + CHUNK + 1];
  memcpy(buffer, s->text, s->tail);
  ssize_t got = read(s->fd, buffer + s->tail, CHUNK);
  if (got > 0) take(s, buffer, s->tail + got);
  else if (got == 0 || (errno != EAGAIN && errno != EINTR)) gone(s, loop);
}

static void begin(int index, int port, const char *path, int channels, const char *cookie, int loop) {
  Stream *s = &streams[index];
  s->fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int small = 4096, yes = 1;
  if (index < mute) setsockopt(s->fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  setsockopt(s->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  if (connect(s->fd, (struct sockaddr *)&address, sizeof address) != 0) {
    failed++;
    close(s->fd);
    s->fd = -1;
    return;
  }
  char place[512], request[1024];
  snprintf(place, sizeof place, path, index % channels);
  int length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: text/event-stream\r\n%s%s%s\r\n", place, port,
                        cookie ? "Cookie: __Host-device=" : "", cookie ? cookie : "", cookie ? "\r\n" : "");
  if (write(s->fd, request, length) != length) failed++;
  fcntl(s->fd, F_SETFL, O_NONBLOCK);
  struct epoll_event event = {.events = EPOLLIN, .data.u32 = index};
  if (index >= mute) epoll_ctl(loop, EPOLL_CTL_ADD, s->fd, &event);
}

static int command(void) {
  char line[64];
  if (!fgets(line, sizeof line, stdin) || strncmp(line, "quit", 4) == 0) return 0;
  if (strncmp(line, "report", 6) == 0) report();
  if (strncmp(line, "ids", 3) == 0) {
    long long low = INT64_MAX, high = 0;
    for (int i = mute; i < count; i++) {
      if (streams[i].id < low) low = streams[i].id;
      if (streams[i].id > high) high = streams[i].id;
    }
    printf("{\"low\": %lld, \"high\": %lld, \"open\": %d, \"failed\": %d}\n", low, high, opened, failed);
  }
  if (strncmp(line, "lists", 5) == 0) {
    printf("[");
    for (int i = 0; i < count; i++) printf("%s[%lld, %lld]", i ? ", " : "", streams[i].messages, streams[i].sum);
    printf("]\n");
  }
  fflush(stdout);
  return 1;
}

int main(int argc, char **argv) {
  if (argc < 4) return fprintf(stderr, "usage: streams PORT COUNT PATH [COOKIES] [MUTE]\n"), 2;
  int port = atoi(argv[1]), channels = getenv("CHANNELS") ? atoi(getenv("CHANNELS")) : 1;
  count = atoi(argv[2]);
  mute = argc > 5 ? atoi(argv[5]) : 0;
  FILE *cookies = argc > 4 && argv[4][0] ? fopen(argv[4], "r") : NULL;
  streams = calloc(count, sizeof *streams);
  delays = malloc(MOST * sizeof *delays);
  int loop = epoll_create1(0);
  struct epoll_event input = {.events = EPOLLIN, .data.u32 = UINT32_MAX}, events[512];
  epoll_ctl(loop, EPOLL_CTL_ADD, 0, &input);
  long long start = now();
  int next = 0, is_told = 0;
  for (;;) {
    for (int batch = 0; batch < 64 && next < count; batch++, next++) {
      char line[128], *cookie = cookies ? fgets(line, sizeof line, cookies) : NULL;
      if (cookie) cookie[strcspn(cookie, "\n")] = 0;
      begin(next, port, argv[3], channels, cookie, loop);
    }
    int ready = epoll_wait(loop, events, 512, next < count ? 0 : 200);
    for (int i = 0; i < ready; i++) {
      if (events[i].data.u32 == UINT32_MAX) {
        if (!command()) return 0;
      } else if (streams[events[i].data.u32].fd >= 0) {
        readable(&streams[events[i].data.u32], loop);
      }
    }
    if (!is_told && next == count && opened + failed >= count - mute) {
      printf("{\"ready\": %d, \"failed\": %d, \"milliseconds\": %lld}\n", opened, failed, (now() - start) / 1000000);
      fflush(stdout);
      is_told = 1;
    }
  }
}
