package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static TestingServer start(Duration window, int events) {
        TestingServer testing =
                TestingServer.start(Options.builder().recovery(SessionRecovery.inMemory(window, events)));
        testing.main().onConnect(socket -> {
            if (!socket.recovered()) {
                socket.join("room");
            }
        });
        return testing;
    }

    private static TestingServer start() {
        return start(Duration.ofMinutes(2), 100);
    }

    private static String connect(TestingWebSocket client, String auth) throws Exception {
        client.send("40" + auth);
        return client.text();
    }

    private static String again(String connected, String offset) {
        return "{\"pid\":\"" + TestingServer.field(connected, "pid") + "\",\"offset\":\"" + offset + "\"}";
    }

    @Test
    void continuesALostSocketWithWhatItMissed() throws Exception {
        try (var testing = start()) {
            String first;
            try (var client = testing.webSocket()) {
                first = connect(client, "");
                testing.main().to("room").emit("e", 1);
                assertThat(client.text()).isEqualTo("42[\"e\",1,\"1\"]");
            }
            Await.until(() -> testing.main().size() == 0);
            testing.main().to("room").emit("e", 2);
            testing.main().to("elsewhere").emit("e", 3);
            testing.main().to("room").except("room").emit("e", 4);
            testing.main().emitVolatile("e", 5);
            testing.main().emit("e", 6);
            try (var client = testing.webSocket()) {
                String second = connect(client, again(first, "1"));
                assertThat(second).isEqualTo(first);
                assertThat(client.text()).isEqualTo("42[\"e\",2,\"2\"]");
                assertThat(client.text()).isEqualTo("42[\"e\",6,\"5\"]");
                testing.main().to("room").emit("e", 7);
                assertThat(client.text()).isEqualTo("42[\"e\",7,\"6\"]");
            }
        }
    }

    @Test
    void continuesASocketWhoseOldConnectionStillSeemsAlive() throws Exception {
        var reasons = new LinkedBlockingQueue<DisconnectReason>();
        try (var testing = start();
                var dead = testing.webSocket();
                var client = testing.webSocket()) {
            testing.main().onConnect(socket -> socket.onDisconnect(reasons::add));
            String first = connect(dead, "");
            testing.main().to("room").emit("e", 1);
            assertThat(connect(client, again(first, ""))).isEqualTo(first);
            assertThat(client.text()).isEqualTo("42[\"e\",1,\"1\"]");
            assertThat(Await.next(reasons)).isEqualTo(DisconnectReason.SERVER_CLOSE);
            assertThat(testing.main().size()).isEqualTo(1);
        }
    }

    @Test
    void makesANewSocketForAWrongPidAndForOneThatLeft() throws Exception {
        try (var testing = start();
                var client = testing.webSocket()) {
            String first = connect(client, "");
            client.send("41");
            String second = connect(client, again(first, "0"));
            assertThat(TestingServer.field(second, "sid")).isNotEqualTo(TestingServer.field(first, "sid"));
            try (var other = testing.webSocket()) {
                String forged = "{\"pid\":\"" + "A".repeat(27) + TestingServer.field(second, "sid") + "\"}";
                assertThat(TestingServer.field(connect(other, forged), "sid"))
                        .isNotEqualTo(TestingServer.field(second, "sid"));
            }
        }
    }

    @Test
    void repeatsWhatAClientMissedUntilItHasSeenIt() throws Exception {
        try (var testing = start()) {
            String first;
            try (var client = testing.webSocket()) {
                first = connect(client, "");
                testing.main().to("room").emit("e", 1);
                assertThat(client.text()).isEqualTo("42[\"e\",1,\"1\"]");
            }
            Await.until(() -> testing.main().size() == 0);
            testing.main().to("room").emit("e", 2);
            // It comes back and is gone before what it missed has arrived.
            try (var client = testing.webSocket()) {
                assertThat(connect(client, again(first, "1"))).isEqualTo(first);
            }
            Await.until(() -> testing.main().size() == 0);
            try (var client = testing.webSocket()) {
                assertThat(connect(client, again(first, "1"))).isEqualTo(first);
                assertThat(client.text()).isEqualTo("42[\"e\",2,\"2\"]");
            }
        }
    }

    @Test
    void makesANewSocketIfTooMuchOrTooLongAgoWasMissed() throws Exception {
        for (Duration window : List.of(Duration.ofMinutes(1), Duration.ofNanos(1))) {
            try (var testing = start(window, 2)) {
                String first;
                try (var client = testing.webSocket()) {
                    first = connect(client, "");
                }
                Await.until(() -> testing.main().size() == 0);
                for (int i = 0; i < 3; i++) {
                    testing.main().emit("e", i);
                }
                try (var client = testing.webSocket()) {
                    assertThat(connect(client, again(first, ""))).isNotEqualTo(first);
                }
            }
        }
    }

    @Test
    void losesNothingWhileClientsComeBackUnderLoad() throws Exception {
        try (var testing = start(Duration.ofMinutes(1), 100_000)) {
            var sent = new AtomicInteger();
            var stop = new AtomicInteger();
            Thread host = Thread.startVirtualThread(() -> {
                while (stop.get() == 0) {
                    testing.main().to("room").emit("e", sent.incrementAndGet());
                    Await.briefly();
                }
            });
            String connected = "";
            int last = -1;
            for (int life = 0; life < 20; life++) {
                try (var client = testing.webSocket()) {
                    connected = connect(client, life == 0 ? "" : again(connected, String.valueOf(last)));
                    for (int i = 0; i < 50; i++) {
                        int number = Integer.parseInt(client.text().replaceFirst(".*\\[\"e\",(\\d+),.*", "$1"));
                        assertThat(number).isEqualTo(last < 0 ? number : last + 1);
                        last = number;
                    }
                }
            }
            stop.set(1);
            host.join();
        }
    }

    /** A host's recovery without a store: the pid says it all. */
    private static final class Stateless implements SessionRecovery {
        private final AtomicInteger issued = new AtomicInteger();

        @Override
        public Optional<String> issue(Socket socket) {
            issued.incrementAndGet();
            return Optional.of("signed:" + socket.id());
        }

        @Override
        public CompletionStage<Optional<RecoveredSession>> recover(RecoveryRequest request) {
            return CompletableFuture.supplyAsync(() -> switch (request.pid()) {
                case String pid
                when pid.startsWith("signed:") ->
                    Optional.of(new RecoveredSession(
                            pid.substring(7),
                            Set.of("room"),
                            List.of(EncodedEvent.of(
                                    "/", "e", List.of("42[\"missed\"]".getBytes(StandardCharsets.UTF_8))))));
                case "broken" -> throw new IllegalStateException("the host's mistake");
                default -> Optional.empty();
            });
        }
    }

    @Test
    void leavesRecoveryToTheHost() throws Exception {
        var recovery = new Stateless();
        var recovered = new LinkedBlockingQueue<Boolean>();
        var asked = new AtomicInteger();
        try (var testing = TestingServer.start(Options.builder().recovery(recovery));
                var client = testing.webSocket();
                var broken = testing.webSocket()) {
            testing.main()
                    .use(handshake -> {
                        asked.incrementAndGet();
                        return CompletableFuture.completedFuture(Verdict.accept());
                    })
                    .onConnect(socket -> recovered.add(socket.recovered()));
            assertThat(connect(client, "{\"pid\":\"signed:abc\",\"offset\":\"o\"}"))
                    .isEqualTo("40{\"sid\":\"abc\",\"pid\":\"signed:abc\"}");
            assertThat(client.text()).isEqualTo("42[\"missed\"]");
            testing.main().to("room").emit("e", 1);
            assertThat(client.text()).isEqualTo("42[\"e\",1]");
            assertThat(connect(broken, "{\"pid\":\"broken\"}")).contains("\"pid\":\"signed:");
            assertThat(Await.next(recovered)).isTrue();
            assertThat(Await.next(recovered)).isFalse();
            assertThat(recovery.issued).hasValue(1);
            assertThat(asked).hasValue(2);
        }
    }
}
