package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over one of the two transports while a session moves from one to the other, in every order that matters. */
@SuppressWarnings("FutureReturnValueIgnored") // tests look at what it leads to
class UpgradeRaceTest {
    private final TestingMetrics metrics = new TestingMetrics();
    private final SocketIoServer server =
            SocketIoServer.create(Options.builder().metrics(metrics).build());
    private final List<DisconnectReason> ends = new ArrayList<>();
    private TestingEmbedded polling;
    private TestingEmbedded webSocket;
    private String sid;
    private String path;

    @BeforeEach
    void beginToUpgrade() {
        server.of("/").onConnect(socket -> {
            socket.on("e", (arguments, ack) -> socket.emit("e", arguments.get(0)));
            socket.onDisconnect(ends::add);
        });
        polling = new TestingEmbedded(server);
        polling.get(TestingServer.POLLING);
        sid = TestingServer.field(body(), "sid");
        path = TestingServer.POLLING + "&sid=" + sid;
        polling.post(path, "40");
        polling.get(path);
        polling.wire();
        webSocket = TestingEmbedded.webSocket(server, sid);
        assertThat(webSocket.wire()).startsWith("HTTP/1.1 101").endsWith("\r\n\r\n");
    }

    @AfterEach
    void close() {
        webSocket.close();
        polling.close();
        server.close(Duration.ZERO);
    }

    /** Of the latest response. */
    private String body() {
        String wire = polling.wire();
        return wire.substring(wire.lastIndexOf('\n') + 1);
    }

    private void probe() {
        webSocket.sendText("2probe");
        assertThat(webSocket.frames()).containsExactly("3probe");
    }

    private void assertPollingGoesOn() {
        assertThat(metrics.closed).isEmpty();
        assertThat(webSocket.isOpen()).isFalse();
        polling.post(path, "42[\"e\",\"still\"]");
        assertThat(body()).isEqualTo("ok");
        polling.get(path);
        assertThat(body()).isEqualTo("42[\"e\",\"still\"]");
        try (var again = TestingEmbedded.webSocket(server, sid)) {
            assertThat(again.wire()).startsWith("HTTP/1.1 101");
            again.sendText("2probe");
            assertThat(again.frames()).containsExactly("3probe");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "2", "2other", "42[\"e\",1]", "1", ""})
    void goesOnWithPollingAfterAWrongFirstPacket(String packet) {
        webSocket.sendText(packet);
        polling.run();
        assertPollingGoesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2probe", "3", "42[\"e\",1]", "1", ""})
    void goesOnWithPollingAfterAWrongSecondPacket(String packet) {
        probe();
        webSocket.sendText(packet);
        polling.run();
        assertPollingGoesOn();
    }

    @Test
    void goesOnWithPollingWhenTheWebSocketIsLost() {
        probe();
        webSocket.vanish();
        polling.run();
        assertPollingGoesOn();
    }

    @Test
    void carriesWhatCameBeforeTheSwitchOnceAndInOrder() {
        probe();
        polling.post(path, "42[\"e\",1]");
        polling.get(path);
        assertThat(body()).isEqualTo("42[\"e\",1]");
        polling.post(path, "42[\"e\",2]");
        polling.run();
        webSocket.sendText("5");
        webSocket.sendText("42[\"e\",3]");
        polling.run();
        assertThat(webSocket.frames()).containsExactly("42[\"e\",2]", "42[\"e\",3]");
    }

    @Test
    void endsAPollThatStillWaitsAtTheSwitch() {
        probe();
        polling.wire();
        try (var late = new TestingEmbedded(server)) {
            late.get(path);
            assertThat(late.wire()).endsWith("\r\n\r\n6");
            webSocket.sendText("5");
            late.get(path);
            assertThat(late.wire()).startsWith("HTTP/1.1 400");
        }
        assertThat(metrics.closed).isEmpty();
    }

    @Test
    void takesASecondSwitchForAnError() {
        probe();
        webSocket.sendText("5");
        webSocket.sendText("5");
        assertThat(webSocket.frames()).containsExactly("1002");
        assertThat(metrics.closed).containsExactly(DisconnectReason.PARSE_ERROR);
        polling.run();
        assertThat(ends).containsExactly(DisconnectReason.PARSE_ERROR);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsBothWhenTheClientClosesOverPolling(boolean probed) {
        if (probed) {
            probe();
        }
        polling.post(path, "1");
        polling.run();
        polling.get(path);
        polling.run();
        webSocket.run();
        assertThat(webSocket.isOpen()).isFalse();
        assertThat(ends).containsExactly(DisconnectReason.TRANSPORT_CLOSE);
        assertThat(server.sessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void drainsOverPollingWhenTheServerShutsDown(boolean probed) {
        if (probed) {
            probe();
        }
        server.of("/").emit("last");
        polling.run();
        CompletableFuture<Void> closed = server.close(Duration.ofMinutes(1)).toCompletableFuture();
        polling.run();
        webSocket.run();
        assertThat(webSocket.isOpen()).isFalse();
        polling.get(path);
        assertThat(body()).isEqualTo("42[\"last\"]");
        polling.get(path);
        assertThat(body()).isEqualTo("1");
        polling.run();
        assertThat(closed).isCompleted();
    }

    @Test
    void letsGoOfTheWebSocketWhenThePollIsCancelled() {
        polling.get(path);
        polling.vanish();
        webSocket.run();
        assertThat(ends).containsExactly(DisconnectReason.TRANSPORT_CLOSE);
        assertThat(webSocket.isOpen()).isFalse();
        assertThat(server.sessions()).isZero();
    }

    @Test
    void letsGoOfTheWebSocketWhenASecondPollComes() {
        polling.get(path);
        try (var second = new TestingEmbedded(server)) {
            second.get(path);
            assertThat(second.wire()).startsWith("HTTP/1.1 400");
        }
        webSocket.run();
        assertThat(ends).containsExactly(DisconnectReason.TRANSPORT_ERROR);
        assertThat(webSocket.isOpen()).isFalse();
    }
}
