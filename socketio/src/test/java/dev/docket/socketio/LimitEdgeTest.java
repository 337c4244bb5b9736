package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit allows what it says and not one more. */
class LimitEdgeTest {
    private static SocketIoServer echo(UnaryOperator<Options.Builder> options) {
        SocketIoServer server =
                SocketIoServer.create(options.apply(Options.builder()).build());
        server.of("/").onConnect(socket -> socket.on("e", (arguments, ack) -> socket.emit("got")));
        return server;
    }

    private static Arguments limit(
            String name, UnaryOperator<Options.Builder> options, String allowed, String tooMuch, String code) {
        return Arguments.of(name, options, allowed, tooMuch, code);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("nesting", o -> o.nesting(3), "42[\"e\",[[1]]]", "42[\"e\",[[[1]]]]", "1002"),
                limit("maxPayload", o -> o.maxPayload(20), event(20), event(21), "1009"),
                limit("maxPayload in two bytes", o -> o.maxPayload(200), event(200), event(201), "1009"),
                limit("attachments", o -> o.attachments(2), "450-[\"e\"]", "453-[\"e\"]", "1002"),
                limit("namespaces", o -> o.namespacesPerSession(1), "42[\"e\"]", "40/other,", "1002"));
    }

    /** An event that is so long. */
    private static String event(int length) {
        return "42[\"e\",\"" + "x".repeat(length - "42[\"e\",\"\"]".length()) + "\"]";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void endsAWebSocketAtOneMore(
            String name, UnaryOperator<Options.Builder> options, String allowed, String tooMuch, String code) {
        SocketIoServer server = echo(options);
        try (var client = TestingEmbedded.webSocket(server, "")) {
            client.sendText("40");
            client.wire();
            client.sendText(allowed);
            assertThat(client.frames()).as(name).containsExactly("42[\"got\"]");
            client.sendText(tooMuch);
            assertThat(client.frames()).as(name).containsExactly(code);
            assertThat(server.sessions()).isZero();
        }
    }

    @Test
    void refusesABodyOfOneByteMore() {
        SocketIoServer server = echo(o -> o.maxPayload(20));
        try (var client = new TestingEmbedded(server)) {
            client.get(TestingServer.POLLING);
            String open = client.wire();
            String path = TestingServer.POLLING + "&sid="
                    + TestingServer.field(open.substring(open.lastIndexOf('\n') + 1), "sid");
            client.post(path, "40");
            client.post(path, event(20));
            assertThat(client.wire()).doesNotContain("413");
            client.post(path, event(21));
            assertThat(client.wire()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void takesAsManyAttachmentsAsItSays() {
        String packet = "452-[\"e\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";
        SocketIoServer server = echo(o -> o.attachments(2).maxPayload(80));
        try (var client = TestingEmbedded.webSocket(server, "")) {
            client.sendText("40");
            client.wire();
            client.sendText(packet);
            client.sendBinary(new byte[40]);
            assertThat(client.frames()).isEmpty();
            client.sendBinary(new byte[40]);
            assertThat(client.frames()).containsExactly("42[\"got\"]");
            client.sendText(packet);
            client.sendBinary(new byte[40]);
            client.sendBinary(new byte[41]);
            assertThat(client.frames()).containsExactly("1002");
            assertThat(server.sessions()).isZero();
        }
    }

    @Test
    void letsASocketIntoAsManyRoomsAsItSays() {
        List<Socket> sockets = new ArrayList<>();
        SocketIoServer server = echo(o -> o.roomsPerSocket(2));
        server.of("/").onConnect(sockets::add);
        try (var client = TestingEmbedded.webSocket(server, "")) {
            client.sendText("40");
            client.run();
            Socket socket = sockets.getFirst();
            Stream.of("a", "b", "a", "c").forEach(socket::join);
            client.run();
            assertThat(socket.rooms()).containsExactlyInAnyOrder("a", "b");
            socket.leave("a");
            socket.join("c");
            client.run();
            assertThat(socket.rooms()).containsExactlyInAnyOrder("b", "c");
        }
    }

    @Test
    void awaitsAsManyAnswersAsItSays() {
        List<Socket> sockets = new ArrayList<>();
        SocketIoServer server = echo(o -> o.pendingAcks(2));
        server.of("/").onConnect(sockets::add);
        try (var client = TestingEmbedded.webSocket(server, "")) {
            client.sendText("40");
            client.wire();
            List<CompletionStage<dev.docket.socketio.Arguments>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(sockets.getFirst().emitWithAck(Duration.ofMinutes(1), "ask"));
            }
            assertThat(client.frames()).containsExactly("420[\"ask\"]", "421[\"ask\"]");
            assertThat(answers.get(2).toCompletableFuture()).isCompletedExceptionally();
            client.sendText("431[]");
            assertThat(answers.get(1).toCompletableFuture()).isCompleted();
            answers.add(sockets.getFirst().emitWithAck(Duration.ofMinutes(1), "ask"));
            assertThat(client.frames()).containsExactly("423[\"ask\"]");
            client.vanish();
            assertThat(answers.getFirst().toCompletableFuture()).isCompletedExceptionally();
            assertThat(answers.getLast().toCompletableFuture()).isCompletedExceptionally();
        }
    }

    @Test
    void keepsAsManyBytesForAPollAsItSays() {
        // An event of 100 bytes with its frame's header; the answer to CONNECT is read before.
        int limit = 300;
        SocketIoServer server = echo(o -> o.outboundLimit(limit));
        try (var client = new TestingEmbedded(server)) {
            client.get(TestingServer.POLLING);
            String open = client.wire();
            String path = TestingServer.POLLING + "&sid="
                    + TestingServer.field(open.substring(open.lastIndexOf('\n') + 1), "sid");
            client.post(path, "40");
            client.get(path);
            client.wire();
            for (int i = 0; i < 3; i++) {
                server.of("/").emit("e", "x".repeat(98 - "42[\"e\",\"\"]".length()));
            }
            client.run();
            assertThat(server.sessions()).isOne();
            server.of("/").emit("e");
            client.run();
            client.run();
            assertThat(server.sessions()).isZero();
        }
    }
}
