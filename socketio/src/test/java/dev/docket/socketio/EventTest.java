package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class EventTest {
    private static final LinkedBlockingQueue<Socket> CONNECTED = new LinkedBlockingQueue<>();

    private static TestingServer start(Options.Builder options) {
        CONNECTED.clear();
        TestingServer testing = TestingServer.start(options);
        testing.main().onConnect(CONNECTED::add);
        return testing;
    }

    @Test
    void givesArgumentsToTheListenerOfTheName() throws Exception {
        try (var testing = TestingServer.start()) {
            testing.main().onConnect(socket -> {
                socket.on(
                        "e",
                        (arguments, ack) -> socket.emit(
                                "got",
                                arguments.size(),
                                arguments.text(0),
                                arguments.text(1),
                                arguments.binary(2),
                                arguments.get(7).isMissingNode(),
                                ack.expected()));
                socket.onOther((event, arguments, ack) -> socket.emit("other", event, arguments.toString()));
            });
            try (var socket = testing.client()) {
                socket.send("451-[\"e\",\"text\",2,{\"_placeholder\":true,\"num\":0}]");
                socket.send(new byte[] {1, 2});
                assertThat(socket.text())
                        .isEqualTo("451-[\"got\",3,\"text\",null,{\"_placeholder\":true,\"num\":0},true,false]");
                assertThat(socket.next().data()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
                socket.send("42[\"x\",1]");
                assertThat(socket.text()).isEqualTo("42[\"other\",\"x\",\"[\\\"x\\\",1]\"]");
            }
        }
    }

    @Test
    void answersOnceAndOnlyIfAsked() throws Exception {
        try (var testing = TestingServer.start()) {
            testing.main()
                    .onConnect(socket -> socket.on("e", (arguments, ack) -> {
                        ack.send("first", Map.of("a", 1));
                        ack.send("second");
                        socket.emit("after");
                    }));
            try (var socket = testing.client()) {
                socket.send("427[\"e\"]");
                assertThat(socket.text()).isEqualTo("437[\"first\",{\"a\":1}]");
                assertThat(socket.text()).isEqualTo("42[\"after\"]");
                socket.send("42[\"e\"]");
                assertThat(socket.text()).isEqualTo("42[\"after\"]");
            }
        }
    }

    @Test
    void answersWithAttachmentsFromAnotherThread() throws Exception {
        try (var testing = TestingServer.start()) {
            testing.main()
                    .onConnect(socket -> socket.on(
                            "e", (arguments, ack) -> Thread.startVirtualThread(() -> ack.send(new byte[] {7}))));
            try (var socket = testing.client()) {
                socket.send("420[\"e\"]");
                assertThat(socket.text()).isEqualTo("461-0[{\"_placeholder\":true,\"num\":0}]");
                assertThat(socket.next().data()).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
            }
        }
    }

    @Test
    void waitsForTheClientsAnswer() throws Exception {
        try (var testing = start(Options.builder());
                var client = testing.client()) {
            Socket socket = Await.next(CONNECTED);
            CompletableFuture<Arguments> first = ask(socket, Duration.ofMinutes(1));
            CompletableFuture<Arguments> second = ask(socket, Duration.ofMinutes(1));
            assertThat(client.text()).isEqualTo("420[\"q\",1]");
            assertThat(client.text()).isEqualTo("421[\"q\",1]");
            client.send("439[\"nobody asked\"]");
            client.send("431[\"b\"]");
            client.send("430[\"a\"]");
            assertThat(first.join().text(0)).isEqualTo("a");
            assertThat(second.join().text(0)).isEqualTo("b");
        }
    }

    private static CompletableFuture<Arguments> ask(Socket socket, Duration timeout) {
        return socket.emitWithAck(timeout, "q", 1).toCompletableFuture();
    }

    @Test
    void givesUpWaitingForAnAnswer() throws Exception {
        try (var testing = start(Options.builder().pendingAcks(1))) {
            TestingWebSocket client = testing.client();
            Socket socket = Await.next(CONNECTED);
            CompletableFuture<Arguments> late = ask(socket, Duration.ofMillis(20));
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(late::join)
                    .withCauseInstanceOf(TimeoutException.class);
            CompletableFuture<Arguments> lost = ask(socket, Duration.ofMinutes(1));
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(ask(socket, Duration.ofMinutes(1))::join)
                    .withMessageContaining("too many");
            client.close();
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(lost::join)
                    .withMessageContaining("gone");
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(ask(socket, Duration.ofMinutes(1))::join)
                    .withMessageContaining("gone");
        }
    }

    @Test
    void sendsWhatWasEncodedBeforeAnyNumberOfTimes() throws Exception {
        try (var testing = start(Options.builder());
                var client = testing.client()) {
            Socket socket = Await.next(CONNECTED);
            EncodedEvent event = testing.main()
                    .encodeJson(
                            "e",
                            "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                            "\"x\"".getBytes(StandardCharsets.UTF_8));
            socket.emit(event);
            testing.main().emit(event);
            socket.emitVolatile(event);
            testing.main().emitVolatile("v", 1);
            socket.emitVolatile("v", 2);
            for (int i = 0; i < 3; i++) {
                assertThat(client.text()).isEqualTo("42[\"e\",{\"a\":1},\"x\"]");
            }
            assertThat(client.text()).isEqualTo("42[\"v\",1]");
            assertThat(client.text()).isEqualTo("42[\"v\",2]");
        }
    }

    @Test
    void goesOnWhenAListenerFails() throws Exception {
        try (var testing = TestingServer.start()) {
            testing.main().onConnect(socket -> {
                socket.on("bad", (arguments, ack) -> {
                    throw new IllegalStateException("the host's mistake");
                });
                socket.on("good", (arguments, ack) -> ack.send());
            });
            try (var socket = testing.client()) {
                socket.send("42[\"bad\"]");
                socket.send("421[\"good\"]");
                assertThat(socket.text()).isEqualTo("431[]");
            }
        }
    }

    @Test
    void doesNothingForSocketsThatAreGone() throws Exception {
        try (var testing = start(Options.builder())) {
            testing.client().close();
            Socket socket = Await.next(CONNECTED);
            Await.until(() -> !socket.connected());
            var reasons = new LinkedBlockingQueue<DisconnectReason>();
            socket.emit("e");
            socket.emitVolatile("e");
            socket.join("room");
            socket.leave("room");
            socket.disconnect();
            socket.closeConnection();
            socket.onDisconnect(reasons::add);
            assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.TRANSPORT_CLOSE);
            assertThat(socket.rooms()).isEmpty();
        }
    }
}
