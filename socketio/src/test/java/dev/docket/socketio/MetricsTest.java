package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void tellsTheLifeOfASession() throws Exception {
        var metrics = new TestingMetrics();
        try (var testing = TestingServer.start(Options.builder().metrics(metrics))) {
            testing.main().onConnect(socket -> socket.emit("hello"));
            try (var client = testing.client()) {
                assertThat(client.text()).isEqualTo("42[\"hello\"]");
                client.send("1");
                client.awaitClose();
            }
            Await.until(() -> !metrics.disconnected.isEmpty());
            assertThat(metrics.opened).hasValue(1);
            assertThat(metrics.connected).hasValue(1);
            assertThat(metrics.closed).containsExactly(DisconnectReason.TRANSPORT_CLOSE);
            assertThat(metrics.disconnected).containsExactly(DisconnectReason.TRANSPORT_CLOSE);
            assertThat(metrics.received).hasValue(3);
            assertThat(metrics.sentPackets).hasValue(3);
            assertThat(metrics.sentBytes.get()).isGreaterThan(100);
        }
    }

    @Test
    void tellsUpgradesAndRefusals() throws Exception {
        var metrics = new TestingMetrics();
        try (var testing = TestingServer.start(Options.builder().metrics(metrics));
                var http = testing.http()) {
            testing.main().use(handshake -> CompletableFuture.completedFuture(Verdict.refuse("no")));
            String path = testing.pollingSession(http);
            http.get("/socket.io/?EIO=3");
            String query = TestingServer.WEBSOCKET + path.substring(path.indexOf("&sid="));
            try (var socket = TestingWebSocket.open(testing.port(), query)) {
                socket.send("2probe");
                socket.text();
                socket.send("5");
                socket.send("40");
                assertThat(socket.text()).startsWith("44");
            }
            assertThat(metrics.upgraded).hasValue(1);
            assertThat(metrics.refusals).containsExactly("Unsupported protocol version", "middleware");
        }
    }
}
