package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static Options.Builder fast() {
        return Options.builder().pingInterval(Duration.ofMillis(60)).pingTimeout(Duration.ofMillis(200));
    }

    @Test
    void pingsAgainAndAgainWhileItIsAnswered() throws Exception {
        try (var testing = TestingServer.start(fast());
                var socket = testing.client()) {
            for (int i = 0; i < 4; i++) {
                assertThat(socket.frame().text()).isEqualTo("2");
                socket.send("3");
            }
            assertThat(testing.server().sessions()).isEqualTo(1);
        }
    }

    @Test
    void endsAWebSocketThatDoesNotAnswer() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        try (var testing = TestingServer.start(fast())) {
            testing.main().onConnect(socket -> socket.onDisconnect(reasons::add));
            try (var socket = testing.client()) {
                assertThat(socket.awaitClose()).isEqualTo(1006);
                assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.PING_TIMEOUT);
            }
        }
    }

    @Test
    void endsAPollingSessionThatNobodyPolls() throws Exception {
        try (var testing = TestingServer.start(fast());
                var http = testing.http()) {
            String path = testing.pollingSession(http);
            Await.until(() -> testing.server().sessions() == 0);
            assertThat(http.get(path).status()).isEqualTo(400);
        }
    }

    @Test
    void endsASessionThatConnectsToNoNamespace() throws Exception {
        try (var testing = TestingServer.start(Options.builder().connectTimeout(Duration.ofMillis(50)));
                var socket = testing.webSocket()) {
            assertThat(socket.awaitClose()).isEqualTo(1008);
        }
    }

    @Test
    void ignoresAnswersThatNobodyAskedFor() throws Exception {
        try (var testing = TestingServer.start();
                var socket = testing.client()) {
            testing.main().onConnect(connected -> {});
            socket.send("3");
            socket.send("40/");
            assertThat(socket.text()).startsWith("40{");
        }
    }
}
