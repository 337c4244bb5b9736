/*
 * The clients of ./docket bench engine: many WebSockets of one epoll thread, which speak the real handshake of Engine.IO
 * and Socket.IO, answer heartbeats, and count what each of them gets, frame by frame. A frame too many, too few or of
 * another length ends the program with a sentence.
 *
 * Usage: load PORT. Commands on standard input, each answered by one line of JSON:
 *   open COUNT AT_A_TIME   opens connections and waits until all of them are ready
 *   close                  closes all
 *   fanout W MILLIS        asks for W broadcasts in one write, again when all clients have them, for that long
 *   latency RATE COUNT     asks for one broadcast at a time, at a steady rate, and times each delivery
 *   check                  tells how many are open and how many heartbeats were answered
 * Heartbeats are answered between commands too. It ends with its standard input.
 */
#include "wire.h"
#include <arpa/inet.h>
#include <time.h>

#define CONNECTIONS_PER_ADDRESS 20000
#define STUCK_MILLIS 20000
#define READ_BYTES (256 << 10)
#define HEAD 16

enum state { CONNECTING, UPGRADING, OPENING, OPEN };

struct client {
    int fd;
    enum state state;
    int connected, ready;
    /* The frame that is being read: its header so far, the first bytes of its payload, and what is still to come. */
    unsigned char header[4];
    int header_used;
    char head[HEAD];
    int head_used;
    int size;
    int left;
    uint64_t events;
    char *http;
    int http_used;
};

static int epoll_fd, port;
static struct client *clients;
static int client_count, open_count;
static uint64_t total_events, heartbeats;
static char buffer[READ_BYTES];
static char stdin_mark;

/* Of the latency measurement: when the k-th broadcast was due, and each delivery's time. */
static uint64_t *due, first_event, *slowest;
static uint32_t *samples;
static size_t sample_count;

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ull + time.tv_nsec;
}

static int frame_of(unsigned char *out, const char *text) {
    static const unsigned char mask[4] = {0x37, 0xfa, 0x21, 0x3d};
    int size = strlen(text);
    out[0] = 0x81;
    out[1] = 0x80 | size;
    memcpy(out + 2, mask, 4);
    for (int i = 0; i < size; i++) out[6 + i] = text[i] ^ mask[i % 4];
    return 6 + size;
}

static void send_bytes(struct client *client, const void *bytes, int size) {
    ssize_t written = write(client->fd, bytes, size);
    if (written != size) fail("client %td: wrote %zd of %d bytes, %s", client - clients, written, size, strerror(errno));
}

static void send_text(struct client *client, const char *text) {
    unsigned char frame[6 + 125];
    send_bytes(client, frame, frame_of(frame, text));
}

static void delivered(struct client *client) {
    if (client->size != EVENT_BYTES) fail("client %td: an event of %d bytes (expected: %d)", client - clients, client->size, EVENT_BYTES);
    if (due != NULL) {
        uint64_t which = client->events - first_event, took = now() - due[which];
        samples[sample_count++] = took / 1000;
        if (took > slowest[which]) slowest[which] = took;
    }
    client->events++;
    total_events++;
}

static int starts(struct client *client, const char *text) {
    int size = strlen(text);
    return client->head_used >= size && memcmp(client->head, text, size) == 0;
}

static void frame_read(struct client *client) {
    int op = client->header[0] & 15;
    if (op != 1) fail("client %td: a frame of type %d, status or text: %.*s", client - clients, op, client->head_used, client->head);
    if (starts(client, "42[\"ev\"")) {
        delivered(client);
    } else if (starts(client, "2") && client->size == 1) {
        heartbeats++;
        send_text(client, "3");
    } else if (starts(client, "0")) {
        send_text(client, "40{\"token\":\"bench\"}");
    } else if (starts(client, "40")) {
        client->connected = 1;
    } else if (starts(client, "42[\"ready\"")) {
        client->ready = 1;
    } else {
        fail("client %td: unexpected: %.*s", client - clients, client->head_used, client->head);
    }
    if (client->state == OPENING && client->connected && client->ready) {
        client->state = OPEN;
        open_count++;
    }
}

static void frames(struct client *client, const char *bytes, int count) {
    while (count > 0) {
        int needed = client->header_used >= 2 && client->header[1] == 126 ? 4 : 2;
        if (client->header_used < needed) {
            client->header[client->header_used++] = *bytes++;
            count--;
            if (client->header_used == 2 && client->header[1] > 126) fail("client %td: a frame too long or masked", client - clients);
            needed = client->header_used >= 2 && client->header[1] == 126 ? 4 : 2;
            if (client->header_used < needed) continue;
            client->size = needed == 4 ? client->header[2] << 8 | client->header[3] : client->header[1];
            client->left = client->size;
            client->head_used = 0;
        }
        int step = count < client->left ? count : client->left;
        for (int i = 0; i < step && client->head_used < HEAD; i++) client->head[client->head_used++] = bytes[i];
        bytes += step;
        count -= step;
        client->left -= step;
        if (client->left == 0 && client->header_used >= 2) {
            frame_read(client);
            client->header_used = 0;
        }
    }
}

static void upgraded(struct client *client, const char *bytes, int count) {
    if (client->http_used + count > 4095) fail("client %td: an answer of more than 4095 bytes", client - clients);
    memcpy(client->http + client->http_used, bytes, count);
    client->http_used += count;
    client->http[client->http_used] = 0;
    char *end = strstr(client->http, "\r\n\r\n");
    if (end == NULL) return;
    if (strncmp(client->http, "HTTP/1.1 101", 12) != 0 || strstr(client->http, ACCEPT) == NULL) fail("client %td: no WebSocket: %s", client - clients, client->http);
    client->state = OPENING;
    char *rest = end + 4;
    frames(client, rest, client->http + client->http_used - rest);
    free(client->http);
    client->http = NULL;
}

static void connected(struct client *client) {
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(client->fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error) fail("client %td: connect: %s", client - clients, strerror(error));
    char request[512];
    int length = snprintf(request, sizeof request,
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUser-Agent: docket-bench\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " KEY "\r\n\r\n", port);
    client->state = UPGRADING;
    client->http = malloc(4096);
    client->http_used = 0;
    send_bytes(client, request, length);
    watch(epoll_fd, client->fd, client, EPOLL_CTL_MOD, EPOLLIN);
}

static void receive(struct client *client) {
    ssize_t count = read(client->fd, buffer, sizeof buffer);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) fail("client %td: the server closed the connection, %s", client - clients, count < 0 ? strerror(errno) : "without error");
    if (client->state == UPGRADING) upgraded(client, buffer, count);
    else frames(client, buffer, count);
}

/* Handles what has come, waiting at most so many nanoseconds for it; answers whether a command has. */
static int turn(uint64_t nanos) {
    struct epoll_event ready[512];
    struct timespec timeout = {.tv_sec = nanos / 1000000000ull, .tv_nsec = nanos % 1000000000ull};
    int found = epoll_pwait2(epoll_fd, ready, 512, &timeout, NULL), command = 0;
    for (int i = 0; i < found; i++) {
        struct client *client = ready[i].data.ptr;
        if ((void *)client == &stdin_mark) command = 1;
        else if (client->state == CONNECTING) connected(client);
        else receive(client);
    }
    return command;
}

static void begin(struct client *client) {
    memset(client, 0, sizeof *client);
    client->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (client->fd < 0) fail("client %td: %s (raise the limit of open files: ulimit -n)", client - clients, strerror(errno));
    no_delay(client->fd);
    /* One local address has about 28,000 ports for one server: every 20,000 clients have their own. */
    int on = 1, address = (client - clients) / CONNECTIONS_PER_ADDRESS;
    struct sockaddr_in local = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK + address)};
    setsockopt(client->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    if (bind(client->fd, (struct sockaddr *)&local, sizeof local) < 0) fail("bind: %s", strerror(errno));
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(client->fd, (struct sockaddr *)&server, sizeof server) < 0 && errno != EINPROGRESS) fail("connect: %s", strerror(errno));
    watch(epoll_fd, client->fd, client, EPOLL_CTL_ADD, EPOLLOUT);
}

static void open_clients(int count, int at_a_time) {
    int from = client_count, wanted = client_count + count;
    uint64_t start = now(), progress = start;
    if (from == 0) clients = calloc(1 << 18, sizeof *clients);
    if (wanted > 1 << 18) fail("clients: %d (expected: at most %d)", wanted, 1 << 18);
    while (open_count < wanted) {
        while (client_count < wanted && client_count - open_count < at_a_time) begin(&clients[client_count++]);
        int before = open_count;
        turn(100000000);
        if (open_count > before) progress = now();
        if (now() - progress > STUCK_MILLIS * 1000000ull) fail("open: stuck at %d of %d", open_count, wanted);
    }
    printf("{\"opened\":%d,\"nanos\":%llu}\n", count, (unsigned long long)(now() - start));
}

static void close_clients(void) {
    for (int i = 0; i < client_count; i++) close(clients[i].fd);
    free(clients);
    client_count = open_count = 0;
    puts("{}");
}

static void ask(int broadcasts) {
    unsigned char frames[64 * 16];
    int size = 0;
    if (broadcasts > 64) fail("broadcasts at once: %d (expected: at most 64)", broadcasts);
    for (int i = 0; i < broadcasts; i++) size += frame_of(frames + size, GO);
    send_bytes(&clients[0], frames, size);
}

/* Reads until all clients together have so many events. */
static void await(uint64_t target) {
    uint64_t progress = now(), seen = total_events;
    while (total_events < target) {
        turn(100000000);
        if (total_events > seen) seen = total_events, progress = now();
        if (now() - progress > STUCK_MILLIS * 1000000ull) fail("missing: %llu events", (unsigned long long)(target - total_events));
    }
}

/* Each client must have got exactly so many events since it had `before`. */
static void verify(const uint64_t *before, uint64_t broadcasts) {
    turn(1000000); /* One too many would come now. */
    for (int i = 0; i < client_count; i++) {
        uint64_t got = clients[i].events - before[i];
        if (got != broadcasts) fail("client %d: %llu events (expected: %llu)", i, (unsigned long long)got, (unsigned long long)broadcasts);
    }
}

static uint64_t *counts(void) {
    uint64_t *counts = malloc(client_count * sizeof *counts);
    for (int i = 0; i < client_count; i++) counts[i] = clients[i].events;
    return counts;
}

static void fanout(int pending, int millis) {
    uint64_t *before = counts(), start = now(), end = start + millis * 1000000ull, broadcasts = 0;
    while (now() < end) {
        ask(pending);
        await(total_events + (uint64_t)pending * client_count);
        broadcasts += pending;
    }
    uint64_t took = now() - start;
    verify(before, broadcasts);
    free(before);
    printf("{\"messages\":%llu,\"nanos\":%llu}\n", (unsigned long long)(broadcasts * client_count), (unsigned long long)took);
}

static int ascending32(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static int ascending64(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void latency(int rate, int broadcasts) {
    for (int i = 1; i < client_count; i++) {
        /* Only so is the k-th event of each client the k-th of this measurement. */
        if (clients[i].events != clients[0].events) fail("latency: the clients are not even");
    }
    uint64_t *before = counts(), start = now() + 1000000, target = total_events + (uint64_t)broadcasts * client_count;
    first_event = clients[0].events;
    due = malloc(broadcasts * sizeof *due);
    slowest = calloc(broadcasts, sizeof *slowest);
    samples = malloc((size_t)broadcasts * client_count * sizeof *samples);
    sample_count = 0;
    for (int i = 0; i < broadcasts; i++) {
        due[i] = start + i * 1000000000ull / rate;
        for (uint64_t at = now(); at < due[i]; at = now()) turn(due[i] - at);
        ask(1);
    }
    await(target);
    verify(before, broadcasts);
    qsort(samples, sample_count, sizeof *samples, ascending32);
    qsort(slowest, broadcasts, sizeof *slowest, ascending64);
    printf("{\"messages\":%zu,\"p50\":%u,\"p99\":%u,\"p999\":%u,\"lastP50\":%llu}\n", sample_count, samples[sample_count / 2],
           samples[sample_count * 99 / 100], samples[sample_count * 999 / 1000], (unsigned long long)slowest[broadcasts / 2] / 1000);
    free(before);
    free(due);
    free(slowest);
    free(samples);
    due = NULL;
}

static void run(const char *line) {
    int a = 0, b = 0;
    if (sscanf(line, "open %d %d", &a, &b) == 2) open_clients(a, b);
    else if (sscanf(line, "fanout %d %d", &a, &b) == 2 && client_count) fanout(a, b);
    else if (sscanf(line, "latency %d %d", &a, &b) == 2 && client_count) latency(a, b);
    else if (strncmp(line, "close", 5) == 0) close_clients();
    else if (strncmp(line, "check", 5) == 0) printf("{\"open\":%d,\"heartbeats\":%llu}\n", open_count, (unsigned long long)heartbeats);
    else fail("command: %s", line);
    fflush(stdout);
}

int main(int count, char **arguments) {
    if (count != 2) fail("usage: load PORT");
    port = atoi(arguments[1]);
    alarm(LIFETIME_SECONDS);
    epoll_fd = epoll_create1(0);
    watch(epoll_fd, 0, &stdin_mark, EPOLL_CTL_ADD, EPOLLIN);
    for (;;) {
        /* One command at a time: the next is sent when this one is answered. */
        char line[128];
        if (turn(1000000000)) {
            ssize_t size = read(0, line, sizeof line - 1);
            if (size <= 0) return 0;
            line[size] = 0;
            run(line);
        }
    }
}
