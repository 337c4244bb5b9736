package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    @Test
    void sendsWhatWaitsAndTellsClientsToComeBack() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        TestingServer testing = TestingServer.start();
        testing.main().onConnect(socket -> socket.onDisconnect(reasons::add));
        TestingWebSocket socket = testing.client();
        try (var polling = testing.http();
                var waiting = testing.http()) {
            String path = testing.pollingSession(polling);
            polling.post(path, "40");
            polling.get(path);
            String idle = testing.pollingSession(waiting);
            waiting.send("GET", idle, "");
            testing.main().emit("last");
            CompletableFuture<Void> closed =
                    testing.server().close(Duration.ofSeconds(10)).toCompletableFuture();
            assertThat(socket.text()).isEqualTo("42[\"last\"]");
            assertThat(socket.awaitClose()).isEqualTo(1006);
            socket.close();
            assertThat(waiting.response().body()).isEqualTo("1");
            assertThat(polling.get(path).body()).isEqualTo("42[\"last\"]");
            assertThat(polling.get(path).body()).isEqualTo("1");
            closed.join();
            assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.SERVER_SHUTTING_DOWN);
            assertThat(testing.server().sessions()).isZero();
        }
    }

    @Test
    void waitsForClientsThatDoNotReadOnlySoLong() throws Exception {
        TestingServer testing = TestingServer.start();
        try (var http = testing.http();
                var socket = testing.client()) {
            testing.pollingSession(http);
            assertThat(socket).isNotNull();
            testing.server().close(Duration.ofMillis(100)).toCompletableFuture().join();
            assertThat(testing.server().sessions()).isZero();
        }
    }

    @Test
    void refusesNewSessionsWhileItDrains() throws Exception {
        TestingServer testing = TestingServer.start();
        try (var idle = testing.http();
                var http = testing.http()) {
            testing.pollingSession(idle);
            http.get("/socket.io/");
            CompletableFuture<Void> closed =
                    testing.server().close(Duration.ofSeconds(1)).toCompletableFuture();
            assertThat(http.get(TestingServer.POLLING).status()).isEqualTo(503);
            closed.join();
        }
    }
}
