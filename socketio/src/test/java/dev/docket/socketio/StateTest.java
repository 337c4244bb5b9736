package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each packet does, and what each end leaves behind, in each state of a connection and over each transport. */
@SuppressWarnings("FutureReturnValueIgnored") // tests look at what it leads to
class StateTest {
    enum State {
        /** In no namespace yet. */
        OPEN,
        /** The host's middleware has not answered. */
        CONNECTING,
        CONNECTED,
        /** Was connected and left. */
        LEFT,
        REFUSED
    }

    enum End {
        CLIENT_CLOSES,
        CLIENT_VANISHES,
        HOST_CLOSES,
        SERVER_SHUTS_DOWN
    }

    /** A server and one client of it, brought to a state. */
    private static final class Scene implements AutoCloseable {
        private final TestingMetrics metrics = new TestingMetrics();
        private final SocketIoServer server =
                SocketIoServer.create(Options.builder().metrics(metrics).build());
        private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        private final List<Socket> sockets = new ArrayList<>();
        private final List<DisconnectReason> ends = new ArrayList<>();
        private final TestingEmbedded client;
        private final String path;

        Scene(Transport transport, State state) {
            server.ofMatching(
                    "/dynamic"::equals,
                    namespace -> namespace.use(handshake -> verdict).onConnect(socket -> {
                        sockets.add(socket);
                        socket.onDisconnect(ends::add);
                    }));
            if (transport == Transport.WEBSOCKET) {
                path = "";
                client = TestingEmbedded.webSocket(server, "");
            } else {
                client = new TestingEmbedded(server);
                client.get(TestingServer.POLLING);
                path = TestingServer.POLLING + "&sid=" + TestingServer.field(lastLine(client.wire()), "sid");
            }
            if (state != State.OPEN) {
                send("40/dynamic,");
            }
            switch (state) {
                case OPEN, CONNECTING -> {}
                case CONNECTED, LEFT -> verdict.complete(Verdict.accept());
                case REFUSED -> verdict.complete(Verdict.refuse("no"));
            }
            client.run();
            if (state == State.LEFT) {
                send("41/dynamic,");
            }
            client.wire();
        }

        private static String lastLine(String response) {
            return response.substring(response.lastIndexOf('\n') + 1);
        }

        void send(String packet) {
            if (path.isEmpty()) {
                client.sendText(packet);
            } else {
                client.post(path, packet);
            }
            client.run();
        }

        void end(End end) {
            switch (end) {
                case CLIENT_CLOSES -> send("1");
                case CLIENT_VANISHES -> {
                    if (!path.isEmpty()) {
                        client.get(path);
                        // A poll that brought something ends; the next one waits.
                        client.get(path);
                    }
                    client.vanish();
                }
                case HOST_CLOSES -> sockets.forEach(Socket::closeConnection);
                case SERVER_SHUTS_DOWN -> {
                    CompletableFuture<Void> closed =
                            server.close(Duration.ofMinutes(1)).toCompletableFuture();
                    client.run();
                    poll();
                    assertThat(closed).isCompleted();
                }
            }
            client.run();
            poll();
        }

        /** What waits leaves, and then the farewell, which is an answer of its own. */
        private void poll() {
            for (int i = 0; i < 2 && !path.isEmpty() && client.isOpen(); i++) {
                client.get(path);
                client.run();
            }
        }

        @Override
        public void close() {
            client.close();
            server.close(Duration.ZERO);
        }
    }

    /** Under each state: {@code stays}, {@code ends} by the client's wish, or {@code error}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            # packet                                              | OPEN  | CONNECTING | CONNECTED | LEFT  | REFUSED
            3                                                     | stays | stays      | stays     | stays | stays
            1                                                     | ends  | ends       | ends      | ends  | ends
            40/dynamic,                                           | stays | stays      | stays     | stays | stays
            40/nowhere,                                           | stays | stays      | stays     | stays | stays
            41/dynamic,                                           | error | stays      | stays     | stays | stays
            42/dynamic,["e"]                                      | error | stays      | stays     | stays | stays
            43/dynamic,0[]                                        | error | stays      | stays     | stays | stays
            450-/dynamic,["e"]                                    | error | stays      | stays     | stays | stays
            451-/dynamic,["e",{"_placeholder":true,"num":0}]      | stays | stays      | stays     | stays | stays
            42["e"]                                               | error | error      | error     | error | error
            42/dynamic,["connect"]                                | error | error      | error     | error | error
            42/dynamic,[]                                         | error | error      | error     | error | error
            42/dynamic,{}                                         | error | error      | error     | error | error
            43/dynamic,[]                                         | error | error      | error     | error | error
            40/dynamic,[]                                         | error | error      | error     | error | error
            41/dynamic,{}                                         | error | error      | error     | error | error
            44/dynamic,{}                                         | error | error      | error     | error | error
            4                                                     | error | error      | error     | error | error
            0                                                     | error | error      | error     | error | error
            2                                                     | error | error      | error     | error | error
            5                                                     | error | error      | error     | error | error
            6                                                     | error | error      | error     | error | error
            bAQ==                                                 | error | error      | error     | error | error
            """)
    void takesPacketsOfTheProtocolOnly(
            String packet, String open, String connecting, String connected, String left, String refused) {
        Map<State, String> expected = Map.of(
                State.OPEN, open,
                State.CONNECTING, connecting,
                State.CONNECTED, connected,
                State.LEFT, left,
                State.REFUSED, refused);
        for (State state : State.values()) {
            for (Transport transport : Transport.values()) {
                try (var scene = new Scene(transport, state)) {
                    scene.send(packet);
                    List<DisconnectReason> reasons = switch (expected.getOrDefault(state, "")) {
                        case "stays" -> List.of();
                        case "ends" -> List.of(DisconnectReason.TRANSPORT_CLOSE);
                        default -> List.of(DisconnectReason.PARSE_ERROR);
                    };
                    assertThat(scene.metrics.closed)
                            .as("%s in %s over %s", packet, state, transport)
                            .isEqualTo(reasons);
                }
            }
        }
    }

    private static Stream<Arguments> ends() {
        return Stream.of(Transport.values())
                .flatMap(transport -> Stream.of(State.values())
                        .flatMap(state -> Stream.of(End.values())
                                .filter(end -> end != End.HOST_CLOSES || state == State.CONNECTED)
                                .map(end -> Arguments.of(transport, state, end))));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void leavesNothingBehindWhenItEnds(Transport transport, State state, End end) {
        try (var scene = new Scene(transport, state)) {
            scene.end(end);
            scene.verdict.complete(Verdict.accept());
            scene.client.run();
            assertThat(scene.server.sessions()).isZero();
            assertThat(scene.metrics.closed).hasSize(1);
            assertThat(scene.ends).hasSize(state == State.CONNECTED || state == State.LEFT ? 1 : 0);
            assertThat(scene.sockets).noneMatch(Socket::connected);
            // A client's namespace goes with its last client: the host finds a new one.
            assertThat(scene.metrics.connected).hasValue(scene.sockets.size());
            assertThat(scene.server.of("/dynamic").size()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void closesAWebSocketThatSendsAttachmentsOfNothing(State state) {
        try (var scene = new Scene(Transport.WEBSOCKET, state)) {
            scene.client.sendBinary(new byte[] {1});
            assertThat(scene.metrics.closed).containsExactly(DisconnectReason.PARSE_ERROR);
            assertThat(scene.client.frames()).containsExactly("1002");
        }
    }
}
