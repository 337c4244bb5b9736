package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitTest {
    private static final String FILLER = "x".repeat(10_000);

    @Test
    void closesAWebSocketThatNeverReads() throws Exception {
        var metrics = new TestingMetrics();
        var slow = new LinkedBlockingQueue<Socket>();
        try (var testing = TestingServer.start(
                        Options.builder().outboundLimit(200_000).metrics(metrics));
                var lazy = testing.client()) {
            TestingWebSocket busy = testing.client();
            testing.main().onSlow(slow::add);
            EncodedEvent event = testing.main().encode("e", FILLER);
            Thread reader = Thread.startVirtualThread(() -> readAll(busy));
            Await.until(() -> {
                testing.main().emit(event);
                return !slow.isEmpty();
            });
            Await.until(() -> metrics.closed.contains(DisconnectReason.SLOW));
            assertThat(metrics.highWater.get()).isBetween(100_000L, 200_000L);
            assertThat(lazy).isNotNull();
            busy.close();
            reader.join();
        }
    }

    private static void readAll(TestingWebSocket socket) {
        try {
            socket.awaitClose();
        } catch (IOException e) {
            // Closed by the test.
        }
    }

    @Test
    void closesAPollingSessionThatPollsTooSeldom() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        var slow = new LinkedBlockingQueue<Socket>();
        try (var testing = TestingServer.start(Options.builder().outboundLimit(50_000));
                var http = testing.http()) {
            testing.main().onSlow(slow::add).onConnect(socket -> socket.onDisconnect(reasons::add));
            String path = testing.pollingSession(http);
            http.post(path, "40");
            http.get(path);
            for (int i = 0; i < 6; i++) {
                testing.main().emit("e", FILLER);
            }
            assertThat(Await.next(slow).transport()).isEqualTo(Transport.POLLING);
            assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.SLOW);
            assertThat(http.get(path).status()).isEqualTo(400);
        }
    }

    @Test
    void dropsVolatileEventsOfABacklogOnly() throws Exception {
        var metrics = new TestingMetrics();
        try (var testing = TestingServer.start(
                        Options.builder().outboundLimit(100_000).metrics(metrics));
                var http = testing.http()) {
            String path = testing.pollingSession(http);
            http.post(path, "40");
            http.get(path);
            for (int i = 0; i < 5; i++) {
                testing.main().emitVolatile("e", FILLER);
            }
            testing.main().emit("end");
            Await.until(() -> metrics.dropped.get() == 3);
            List<String> packets = new ArrayList<>();
            do {
                packets.addAll(List.of(http.get(path).body().split("\u001e", -1)));
            } while (!packets.getLast().contains("end"));
            assertThat(packets).hasSize(3);
        }
    }

    @Test
    void limitsSessionsPerAddress() throws Exception {
        try (var testing = TestingServer.start(Options.builder().sessionsPerAddress(2));
                var http = testing.http()) {
            testing.pollingSession(http);
            var socket = testing.webSocket();
            assertThat(http.get(TestingServer.POLLING).status()).isEqualTo(429);
            assertThat(TestingWebSocket.handshake(http, "/socket.io/?" + TestingServer.WEBSOCKET)
                            .status())
                    .isEqualTo(429);
            socket.close();
            Await.until(() -> testing.server().sessions() == 1);
            testing.webSocket().close();
        }
    }

    @Test
    void closesConnectionsThatSendNoWholeRequest() throws Exception {
        try (var testing = TestingServer.start(Options.builder().headerTimeout(Duration.ofMillis(100)));
                var silent = testing.http();
                var dribbling = testing.http();
                var bodiless = testing.http()) {
            dribbling.raw("GET /socket.io/?EIO=4");
            bodiless.raw("POST " + TestingServer.POLLING + " HTTP/1.1\r\ncontent-length: 10\r\n\r\n4");
            silent.awaitClose();
            dribbling.awaitClose();
            bodiless.awaitClose();
        }
    }

    @Test
    void refusesHeadersBeyondTheLimit() throws Exception {
        try (var testing = TestingServer.start(Options.builder().headerBytes(1_000));
                var http = testing.http()) {
            assertThat(http.get(TestingServer.POLLING, "x-large: " + FILLER).status())
                    .isIn(400, 404, 431);
            http.awaitClose();
            assertThat(testing.server().sessions()).isZero();
        }
    }

    @Test
    void answersNotFoundBesideItsPath() throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            assertThat(http.get("/elsewhere").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = IoBackend.class,
            names = {"AUTO", "NIO"})
    void runsOnEachBackend(IoBackend backend) throws Exception {
        try (var testing = TestingServer.start(Options.builder().backend(backend));
                var socket = testing.client()) {
            testing.main().emit("e");
            assertThat(socket.text()).isEqualTo("42[\"e\"]");
        }
    }
}
