package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NamespaceTest {
    private static final Attribute<String> USER = new Attribute<>("user", String.class);

    private static CompletionStage<Verdict> verdict(Verdict verdict) {
        return CompletableFuture.completedFuture(verdict);
    }

    @Test
    void connectsOnlyToWhatTheClientAskedFor() throws Exception {
        try (var testing = TestingServer.start();
                var socket = testing.webSocket()) {
            Namespace custom = testing.server().of("custom");
            socket.send("40/custom,");
            assertThat(socket.text()).startsWith("40/custom,{\"sid\":\"");
            assertThat(custom.size()).isEqualTo(1);
            assertThat(testing.main().size()).isZero();
        }
    }

    @Test
    void refusesUnknownNamespaces() throws Exception {
        try (var testing = TestingServer.start();
                var socket = testing.webSocket()) {
            socket.send("40/nope,");
            assertThat(socket.text()).isEqualTo("44/nope,{\"message\":\"Invalid namespace\"}");
            socket.send("40");
            assertThat(socket.text()).startsWith("40{");
        }
    }

    @Test
    void asksMiddlewareAlsoWithoutAuthAndKeepsItsAttributes() throws Exception {
        var users = new LinkedBlockingQueue<String>();
        try (var testing = TestingServer.start()) {
            testing.main()
                    .use(handshake -> CompletableFuture.supplyAsync(() -> {
                        String name = handshake.auth().path("name").asText("nobody");
                        handshake
                                .attributes()
                                .put(
                                        USER,
                                        name
                                                + handshake
                                                        .headers()
                                                        .first("X-Tenant")
                                                        .orElse("")
                                                + handshake.query().get("q")
                                                + handshake.transport());
                        return Verdict.accept();
                    }))
                    .onConnect(socket -> users.add(socket.attributes().require(USER)));
            try (var without = testing.client();
                    var with = TestingWebSocket.open(
                            testing.port(), TestingServer.WEBSOCKET + "&q=a%20b", "x-tenant: t1")) {
                assertThat(without).isNotNull();
                assertThat(Await.next(users)).isEqualTo("nobodynullWEBSOCKET");
                with.text();
                with.send("40{\"name\":\"ann\"}");
                assertThat(Await.next(users)).isEqualTo("annt1[a b]WEBSOCKET");
            }
        }
    }

    @Test
    void tellsTheClientWhyItIsRefused() throws Exception {
        var called = new AtomicInteger();
        try (var testing = TestingServer.start();
                var socket = testing.webSocket()) {
            testing.main()
                    .use(handshake -> verdict(
                            handshake.auth().has("token")
                                    ? Verdict.refuse("expired", Map.of("code", 7))
                                    : Verdict.refuse("no token")))
                    .use(handshake -> {
                        called.incrementAndGet();
                        return verdict(Verdict.accept());
                    });
            socket.send("40");
            assertThat(socket.text()).isEqualTo("44{\"message\":\"no token\"}");
            socket.send("40{\"token\":\"x\"}");
            assertThat(socket.text()).isEqualTo("44{\"message\":\"expired\",\"data\":{\"code\":7}}");
            assertThat(called).hasValue(0);
            assertThat(testing.main().size()).isZero();
        }
    }

    @Test
    void refusesWhenMiddlewareFails() throws Exception {
        try (var testing = TestingServer.start();
                var socket = testing.webSocket()) {
            testing.server().of("/throws").use(handshake -> {
                throw new IllegalStateException("broken");
            });
            testing.server()
                    .of("/fails")
                    .use(handshake -> CompletableFuture.failedFuture(new IllegalStateException("broken")));
            socket.send("40/throws,");
            assertThat(socket.text()).isEqualTo("44/throws,{\"message\":\"internal error\"}");
            socket.send("40/fails,");
            assertThat(socket.text()).isEqualTo("44/fails,{\"message\":\"internal error\"}");
        }
    }

    @Test
    void refusesWhenMiddlewareTakesTooLong() throws Exception {
        try (var testing = TestingServer.start(Options.builder().connectTimeout(Duration.ofMillis(300)));
                var socket = testing.client()) {
            testing.server().of("/never").use(handshake -> new CompletableFuture<>());
            socket.send("40/never,");
            assertThat(socket.text()).isEqualTo("44/never,{\"message\":\"timeout\"}");
        }
    }

    @Test
    void worksOnOneAttemptOfAnImpatientClientAtATime() throws Exception {
        var asked = new LinkedBlockingQueue<CompletableFuture<Verdict>>();
        List<String> tokens = new CopyOnWriteArrayList<>();
        try (var testing = TestingServer.start();
                var socket = testing.webSocket()) {
            testing.main().use(handshake -> {
                tokens.add(handshake.auth().path("token").asText());
                var answer = new CompletableFuture<Verdict>();
                asked.add(answer);
                return answer;
            });
            for (String token : List.of("a", "b", "c")) {
                socket.send("40{\"token\":\"" + token + "\"}");
            }
            // Answered in the order of sending: all three attempts are known by then.
            testing.server().of("/later");
            socket.send("40/later,");
            assertThat(socket.text()).startsWith("40/later,");
            CompletableFuture<Verdict> first = Await.next(asked);
            first.complete(Verdict.refuse("not any more"));
            Await.next(asked).complete(Verdict.accept());
            assertThat(socket.text()).startsWith("40{");
            assertThat(tokens).containsExactly("a", "c");
        }
    }

    @Test
    void connectsAnewWhenTheClientConnectsTwice() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        try (var testing = TestingServer.start()) {
            testing.main().onConnect(socket -> socket.onDisconnect(reasons::add));
            try (var socket = testing.client()) {
                socket.send("40");
                assertThat(socket.text()).startsWith("40{");
                assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
                assertThat(testing.main().size()).isEqualTo(1);
            }
        }
    }

    @Test
    void leavesOneNamespaceAndStaysInTheOther() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        try (var testing = TestingServer.start()) {
            testing.main().onConnect(socket -> socket.on("e", (arguments, ack) -> socket.emit("e")));
            testing.server().of("/a").onConnect(socket -> socket.onDisconnect(reasons::add));
            try (var socket = testing.client()) {
                socket.send("40/a,");
                assertThat(socket.text()).startsWith("40/a,");
                socket.send("41/a,");
                assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
                socket.send("42/a,[\"ignored\"]");
                socket.send("42[\"e\"]");
                assertThat(socket.text()).isEqualTo("42[\"e\"]");
            }
        }
    }

    @Test
    void disconnectsFromItsSide() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        try (var testing = TestingServer.start()) {
            testing.main().onConnect(socket -> {
                socket.onDisconnect(reasons::add);
                socket.emit("last");
                socket.disconnect();
                socket.emit("never");
            });
            try (var socket = testing.client()) {
                assertThat(socket.text()).isEqualTo("42[\"last\"]");
                assertThat(socket.text()).isEqualTo("41");
                assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
                assertThat(testing.main().size()).isZero();
                assertThat(testing.server().sessions()).isEqualTo(1);
            }
        }
    }

    @Test
    void closesTheConnectionAfterWhatWasEmitted() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        try (var testing = TestingServer.start()) {
            testing.main().onConnect(socket -> {
                socket.emit("last");
                socket.closeConnection();
                socket.onDisconnect(reasons::add);
            });
            try (var socket = testing.client()) {
                assertThat(socket.text()).isEqualTo("42[\"last\"]");
                assertThat(socket.awaitClose()).isEqualTo(1006);
                assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.SERVER_CLOSE);
            }
        }
    }

    @Test
    void makesDynamicNamespacesAndForgetsThemWithTheirLastClient() throws Exception {
        var made = new AtomicInteger();
        try (var testing = TestingServer.start(Options.builder().dynamicNamespaces(2))) {
            testing.server().ofMatching(name -> name.startsWith("/room-"), namespace -> {
                made.incrementAndGet();
                namespace.onConnect(socket -> socket.emit("hello", namespace.name()));
            });
            try (var socket = testing.webSocket()) {
                for (String name : List.of("/room-1", "/room-2")) {
                    socket.send("40" + name + ",");
                    assertThat(socket.text()).startsWith("40" + name);
                    assertThat(socket.text()).isEqualTo("42" + name + ",[\"hello\",\"" + name + "\"]");
                }
                socket.send("40/room-3,");
                assertThat(socket.text()).startsWith("44/room-3");
                socket.send("41/room-1,");
                socket.send("40/room-3,");
                assertThat(socket.text()).startsWith("40/room-3");
                assertThat(made).hasValue(3);
            }
        }
    }

    @Test
    void keepsADynamicNamespaceThatTheHostAskedFor() throws Exception {
        try (var testing = TestingServer.start()) {
            testing.server().ofMatching(name -> true, namespace -> {});
            Namespace kept;
            try (var socket = testing.webSocket()) {
                socket.send("40/x,");
                socket.text();
                kept = testing.server().of("/x");
            }
            Await.until(() -> testing.server().sessions() == 0);
            assertThat(testing.server().of("/x")).isSameAs(kept);
        }
    }

    @Test
    void closesConnectionsOfTooManyNamespaces() throws Exception {
        try (var testing = TestingServer.start(Options.builder().namespacesPerSession(2));
                var socket = testing.client()) {
            testing.server().ofMatching(name -> true, namespace -> {});
            socket.send("40/1,");
            socket.send("40/2,");
            assertThat(socket.awaitClose()).isEqualTo(1002);
        }
    }

    @Test
    void closesConnectionsThatSendBeforeTheyAreConnected() throws Exception {
        try (var testing = TestingServer.start();
                var socket = testing.webSocket()) {
            socket.send("42[\"e\"]");
            assertThat(socket.awaitClose()).isEqualTo(1002);
        }
    }

    @Test
    void findsItsSocketsById() throws Exception {
        var ids = new LinkedBlockingQueue<Socket>();
        try (var testing = TestingServer.start()) {
            testing.main().onConnect(ids::add);
            try (var socket = testing.client()) {
                Socket connected = Await.next(ids);
                assertThat(testing.main().socket(connected.id())).containsSame(connected);
                assertThat(connected.transport()).isEqualTo(Transport.WEBSOCKET);
                assertThat(connected.remoteAddress().getAddress().isLoopbackAddress())
                        .isTrue();
                assertThat(connected.namespace()).isSameAs(testing.main());
                socket.send("41");
                Await.until(() -> !connected.connected());
                assertThat(testing.main().socket(connected.id())).isEmpty();
            }
        }
    }

    @Test
    void emitsNoReservedEventsAndNoForeignOnes() throws Exception {
        try (var testing = TestingServer.start()) {
            Namespace main = testing.main();
            EncodedEvent foreign = testing.server().of("/other").encode("e");
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> main.emit("connect"));
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> main.emit(foreign));
        }
    }
}
