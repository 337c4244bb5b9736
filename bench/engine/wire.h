/* What the load client and the floor server share: one fixed conversation of RFC 6455 and Engine.IO 4 / Socket.IO 5. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

/* The example key of RFC 6455, section 1.3, and the answer to it: no SHA-1 is needed on either side. */
#define KEY "dGhlIHNhbXBsZSBub25jZQ=="
#define ACCEPT "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

#define EVENT_BYTES 400
#define READY "42[\"ready\"]"
#define GO "42[\"go\"]"

/* No process of a bench outlives it: after this many seconds the kernel ends it. */
#define LIFETIME_SECONDS 3600

static void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static void watch(int epoll, int fd, void *data, int operation, uint32_t events) {
    struct epoll_event event = {.events = events, .data.ptr = data};
    if (epoll_ctl(epoll, operation, fd, &event) < 0) fail("epoll_ctl: %s", strerror(errno));
}

static void no_delay(int fd) {
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}
