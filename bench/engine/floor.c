/*
 * The floor under every Socket.IO server: one epoll thread, and for each client of a broadcast one write(2) of a frame
 * that was built beforehand. It has no rooms, no sessions and no heartbeat. Usage: floor PORT; ends with its standard input.
 */
#include "wire.h"

#define CLIENTS 32768
#define BUFFER 2048

struct client {
    int fd;
    int upgraded;
    int used;
    char bytes[BUFFER];
};

static struct client *members[CLIENTS];
static int member_count;
static unsigned char event[4 + EVENT_BYTES];

static void send_all(int fd, const void *bytes, size_t size) {
    ssize_t written = write(fd, bytes, size);
    if (written != (ssize_t)size) fail("write: %zd of %zu bytes, %s", written, size, strerror(errno));
}

static void send_text(int fd, const char *text) {
    unsigned char frame[2 + 125] = {0x81, (unsigned char)strlen(text)};
    memcpy(frame + 2, text, strlen(text));
    send_all(fd, frame, 2 + strlen(text));
}

static void build_event(void) {
    char text[EVENT_BYTES + 1];
    int head = snprintf(text, sizeof text, "42[\"ev\",{\"text\":\"");
    memset(text + head, 'x', EVENT_BYTES - head - 3);
    memcpy(text + EVENT_BYTES - 3, "\"}]", 3);
    event[0] = 0x81;
    event[1] = 126;
    event[2] = EVENT_BYTES >> 8;
    event[3] = EVENT_BYTES & 255;
    memcpy(event + 4, text, EVENT_BYTES);
}

static void upgrade(struct client *client) {
    static const char answer[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                 "Sec-WebSocket-Accept: " ACCEPT "\r\n\r\n";
    client->bytes[client->used] = 0;
    char *end = strstr(client->bytes, "\r\n\r\n");
    if (end == NULL) return;
    client->used = 0; /* A client waits for the answer before it sends more. */
    client->upgraded = 1;
    send_all(client->fd, answer, sizeof answer - 1);
    send_text(client->fd, "0{\"sid\":\"f\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
}

static void message(struct client *client, const char *text, int size) {
    if (size >= 2 && memcmp(text, "40", 2) == 0) {
        if (member_count == CLIENTS) fail("clients: more than %d", CLIENTS);
        members[member_count++] = client;
        send_text(client->fd, "40{\"sid\":\"f\"}");
        send_text(client->fd, READY);
    } else if (size == (int)strlen(GO) && memcmp(text, GO, size) == 0) {
        for (int i = 0; i < member_count; i++) send_all(members[i]->fd, event, sizeof event);
    }
}

static void frames(struct client *client) {
    int at = 0;
    while (client->used - at >= 6) {
        unsigned char *frame = (unsigned char *)client->bytes + at;
        int size = frame[1] & 127;
        if (size > 125) fail("frame: too long for this server");
        if (client->used - at < 6 + size) break;
        for (int i = 0; i < size; i++) frame[6 + i] ^= frame[2 + i % 4];
        message(client, (char *)frame + 6, size);
        at += 6 + size;
    }
    client->used -= at;
    memmove(client->bytes, client->bytes + at, client->used);
}

static void leave(struct client *client) {
    for (int i = 0; i < member_count; i++) {
        if (members[i] == client) members[i--] = members[--member_count];
    }
    close(client->fd);
    free(client);
}

static void receive(struct client *client) {
    ssize_t count = read(client->fd, client->bytes + client->used, BUFFER - 1 - client->used);
    if (count <= 0) {
        if (count == 0 || (errno != EAGAIN && errno != EINTR)) leave(client);
        return;
    }
    client->used += count;
    if (client->upgraded) frames(client);
    else upgrade(client);
}

static int listen_on(int port) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 4096) < 0) fail("port %d: %s", port, strerror(errno));
    return fd;
}

int main(int count, char **arguments) {
    if (count != 2) fail("usage: floor PORT");
    alarm(LIFETIME_SECONDS);
    build_event();
    int epoll = epoll_create1(0), listener = listen_on(atoi(arguments[1])), input = 0;
    watch(epoll, listener, &listener, EPOLL_CTL_ADD, EPOLLIN);
    watch(epoll, 0, &input, EPOLL_CTL_ADD, EPOLLIN);
    puts("ready");
    fflush(stdout);
    for (;;) {
        struct epoll_event ready[256];
        int found = epoll_wait(epoll, ready, 256, -1);
        for (int i = 0; i < found; i++) {
            void *data = ready[i].data.ptr;
            if (data == &input) {
                char byte;
                if (read(0, &byte, 1) <= 0) return 0;
            } else if (data == &listener) {
                int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                if (fd < 0) continue;
                struct client *client = calloc(1, sizeof *client);
                client->fd = fd;
                no_delay(fd);
                watch(epoll, fd, client, EPOLL_CTL_ADD, EPOLLIN);
            } else {
                receive(data);
            }
        }
    }
}
