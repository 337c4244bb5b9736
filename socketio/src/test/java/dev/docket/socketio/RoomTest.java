package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoomTest {
    /** Clients over two event loops with their sockets. */
    private static final class Clients implements AutoCloseable {
        private final TestingServer testing;
        private final List<TestingWebSocket> clients = new ArrayList<>();
        private final List<Socket> sockets = new ArrayList<>();

        Clients(Options.Builder options, int count) throws Exception {
            testing = TestingServer.start(options);
            var connected = new LinkedBlockingQueue<Socket>();
            testing.main().onConnect(connected::add);
            for (int i = 0; i < count; i++) {
                clients.add(testing.client());
                sockets.add(Await.next(connected));
            }
        }

        Namespace main() {
            return testing.main();
        }

        Socket socket(int index) {
            return sockets.get(index);
        }

        /** What each client has received before an event that goes to all. */
        List<List<String>> received() throws Exception {
            main().emit("end");
            List<List<String>> all = new ArrayList<>();
            for (TestingWebSocket client : clients) {
                List<String> received = new ArrayList<>();
                for (String text = client.text(); !text.equals("42[\"end\"]"); text = client.text()) {
                    received.add(text.substring(4, text.length() - 2));
                }
                all.add(received);
            }
            return all;
        }

        @Override
        public void close() {
            testing.close();
        }
    }

    @Test
    void reachesTheSocketsOfARoom() throws Exception {
        try (var clients = new Clients(Options.builder(), 4)) {
            clients.socket(0).join("a");
            clients.socket(1).join("a");
            clients.main().to("a").emit("x");
            clients.socket(1).leave("a");
            clients.main().in("a").emit("y");
            clients.main().to("nobody").emit("z");
            assertThat(clients.received()).containsExactly(List.of("x", "y"), List.of("x"), List.of(), List.of());
        }
    }

    @Test
    void reachesASocketInSeveralRoomsOnce() throws Exception {
        try (var clients = new Clients(Options.builder(), 3)) {
            clients.socket(0).join("a");
            clients.socket(0).join("b");
            clients.socket(1).join("b");
            clients.main().to("a", "b").to("a").emit("x");
            assertThat(clients.received()).containsExactly(List.of("x"), List.of("x"), List.of());
        }
    }

    @Test
    void leavesOutRoomsAndSockets() throws Exception {
        try (var clients = new Clients(Options.builder(), 4)) {
            for (int i = 0; i < 4; i++) {
                clients.socket(i).join("all");
            }
            clients.socket(0).join("muted");
            clients.main().to("all").except("muted", clients.socket(1).id()).emit("x");
            clients.main().except("muted").emit("y");
            clients.socket(2).to("all").emit("z");
            clients.socket(3).broadcast().emit("w");
            assertThat(clients.received())
                    .containsExactly(
                            List.of("z", "w"), List.of("y", "z", "w"), List.of("x", "y", "w"), List.of("x", "y", "z"));
        }
    }

    @Test
    void reachesOneSocketByItsId() throws Exception {
        try (var clients = new Clients(Options.builder(), 2)) {
            clients.main().to(clients.socket(1).id()).emit("x");
            assertThat(clients.received()).containsExactly(List.of(), List.of("x"));
        }
    }

    @Test
    void movesAndDisconnectsManySockets() throws Exception {
        try (var clients = new Clients(Options.builder(), 3)) {
            clients.socket(0).join("a");
            clients.socket(1).join("a");
            clients.main().to("a").join("b");
            clients.main().to("a").except(clients.socket(0).id()).leave("a");
            clients.main().to("b").emit("x");
            clients.main().to("a").emit("y");
            assertThat(clients.received()).containsExactly(List.of("x", "y"), List.of("x"), List.of());
            assertThat(clients.socket(0).rooms()).containsExactlyInAnyOrder("a", "b");
            clients.main().to("b").disconnect();
            Await.until(() -> clients.main().size() == 1);
        }
    }

    @Test
    void joinsNoMoreRoomsThanAllowed() throws Exception {
        try (var clients = new Clients(Options.builder().roomsPerSocket(2), 1)) {
            for (String room : List.of("a", "b", "a", "c")) {
                clients.socket(0).join(room);
            }
            clients.main().to("c").emit("x");
            assertThat(clients.received()).containsExactly(List.of());
            assertThat(clients.socket(0).rooms()).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void forgetsRoomsWithTheirSockets() throws Exception {
        var metrics = new TestingMetrics();
        try (var clients = new Clients(Options.builder().metrics(metrics), 3)) {
            clients.socket(0).join("a");
            clients.socket(1).join("a");
            clients.socket(2).join("b");
            clients.received();
            assertThat(metrics.openRooms()).isBetween(2, 3);
            clients.main().disconnect();
            Await.until(() -> metrics.openRooms() == 0);
        }
    }

    @Test
    void handsBroadcastsToTheRelayAndTakesThoseOfOthers() throws Exception {
        var relay = new TestingRelay();
        try (var clients = new Clients(Options.builder().relay(relay), 2)) {
            clients.socket(0).join("a");
            clients.main().to("a").except("b").emit("x");
            clients.main().local().emit("y");
            assertThat(relay.published()).hasSize(1);
            RoomEvent event = relay.published().getFirst();
            assertThat(event.rooms()).containsExactly("a");
            assertThat(event.except()).containsExactly("b");
            relay.receive(event);
            assertThat(clients.received()).containsExactly(List.of("x", "y", "x"), List.of("y"));
        }
    }

    @Test
    void keepsAnEventTheSameOnItsWayToAnotherNode() throws Exception {
        try (var testing = TestingServer.start();
                var client = testing.client()) {
            EncodedEvent event = testing.main().encode("e", new byte[] {1}, "é");
            List<byte[]> parts = new ArrayList<>();
            event.parts().forEach(part -> {
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                parts.add(bytes);
            });
            testing.main().emit(EncodedEvent.of(event.namespace(), event.event(), parts));
            assertThat(client.text()).isEqualTo("451-[\"e\",{\"_placeholder\":true,\"num\":0},\"é\"]");
            assertThat(client.next().opcode()).isEqualTo(TestingWebSocket.BINARY);
            assertThat(event.size()).isGreaterThan(40);
        }
    }

    @Test
    void keepsTheOrderOfCallsFromDifferentThreads() throws Exception {
        try (var clients = new Clients(Options.builder(), 6)) {
            var failure = new AtomicReference<Throwable>();
            List<List<String>> expected = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                expected.add(new ArrayList<>());
            }
            for (int turn = 0; turn < 300; turn++) {
                int index = turn % 6;
                String name = "e" + turn;
                Thread host = Thread.startVirtualThread(() -> {
                    clients.socket(index).join("r");
                    clients.main().to("r").emit(name);
                    clients.socket(index).leave("r");
                    clients.main().to("r").emit("nobody");
                    clients.socket(index).emit(name + "b");
                });
                host.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
                host.join();
                expected.get(index).addAll(List.of(name, name + "b"));
            }
            assertThat(clients.received()).isEqualTo(expected);
            assertThat(failure).hasValue(null);
        }
    }
}
