package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the host calls one after the other comes in that order: over all transports and during the upgrade. */
class OrderTest {
    private static final int EVENTS = 2_000;

    private interface Reader {
        void read(TestingServer testing, List<Integer> received) throws Exception;
    }

    @Test
    void keepsTheHostsOrderOverAllTransports() throws Exception {
        List<Reader> readers = List.of(OrderTest::overWebSocket, OrderTest::overPolling, OrderTest::withUpgrade);
        try (var testing = TestingServer.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var connected = new LinkedBlockingQueue<Socket>();
            testing.main().onConnect(connected::add);
            List<Future<List<Integer>>> results = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Reader reader = readers.get(i % readers.size());
                results.add(threads.submit(() -> {
                    List<Integer> received = new ArrayList<>();
                    reader.read(testing, received);
                    return received;
                }));
            }
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                sockets.add(Await.next(connected));
            }
            emit(testing.main(), sockets);
            for (Future<List<Integer>> result : results) {
                assertThat(result.get())
                        .isEqualTo(IntStream.range(0, EVENTS).boxed().toList());
            }
        }
    }

    /** By turns to all, to a room joined a moment ago, and to each alone; each turn on another thread. */
    private static void emit(Namespace namespace, List<Socket> sockets) throws InterruptedException {
        for (int i = 0; i < EVENTS; i += 3) {
            int number = i;
            Thread.startVirtualThread(() -> {
                        namespace.emit("e", number);
                        String room = "room" + number % 7;
                        sockets.forEach(socket -> socket.join(room));
                        send(number + 1, () -> namespace.to(room, "none").emit("e", number + 1));
                        sockets.forEach(socket -> socket.leave(room));
                        namespace.to(room).emit("e", -1);
                        send(number + 2, () -> sockets.forEach(socket -> socket.emit("e", number + 2)));
                    })
                    .join();
        }
    }

    private static void send(int number, Runnable action) {
        if (number < EVENTS) {
            action.run();
        }
    }

    private static void overWebSocket(TestingServer testing, List<Integer> received) throws IOException {
        try (var client = testing.client()) {
            readAll(client, received);
        }
    }

    private static void readAll(TestingWebSocket client, List<Integer> received) throws IOException {
        while (received.size() < EVENTS) {
            received.add(number(client.text()));
        }
    }

    private static String connect(TestingServer testing, TestingHttp http) throws IOException {
        String path = testing.pollingSession(http);
        http.post(path, "40");
        return path;
    }

    private static void overPolling(TestingServer testing, List<Integer> received) throws IOException {
        try (var http = testing.http()) {
            String path = connect(testing, http);
            while (received.size() < EVENTS) {
                poll(http, path, received);
            }
        }
    }

    private static void poll(TestingHttp http, String path, List<Integer> received) throws IOException {
        for (String packet : http.get(path).body().split("\u001e", -1)) {
            if (packet.startsWith("42")) {
                received.add(number(packet));
            }
        }
    }

    private static void withUpgrade(TestingServer testing, List<Integer> received) throws IOException {
        try (var http = testing.http()) {
            String path = connect(testing, http);
            while (received.size() < EVENTS / 10) {
                poll(http, path, received);
            }
            String query = TestingServer.WEBSOCKET + path.substring(path.indexOf("&sid="));
            try (var socket = TestingWebSocket.open(testing.port(), query)) {
                socket.send("2probe");
                assertThat(socket.text()).isEqualTo("3probe");
                poll(http, path, received);
                socket.send("5");
                readAll(socket, received);
            }
        }
    }

    private static int number(String packet) {
        return Integer.parseInt(packet.substring("42[\"e\",".length(), packet.length() - 1));
    }
}
