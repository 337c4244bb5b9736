package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UpgradeTest {
    private static TestingServer echo(Options.Builder options) {
        TestingServer testing = TestingServer.start(options);
        testing.main().onConnect(socket -> socket.on("e", (arguments, ack) -> socket.emit("e", arguments.get(0))));
        return testing;
    }

    private static String connect(TestingServer testing, TestingHttp http) throws IOException {
        String path = testing.pollingSession(http);
        http.post(path, "40");
        assertThat(http.get(path).body()).startsWith("40{");
        return path;
    }

    private static TestingWebSocket webSocket(TestingServer testing, String path) throws IOException {
        return TestingWebSocket.open(testing.port(), TestingServer.WEBSOCKET + path.substring(path.indexOf("&sid=")));
    }

    @Test
    void goesOnOverTheWebSocket() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            try (var socket = webSocket(testing, path)) {
                socket.send("2probe");
                assertThat(socket.text()).isEqualTo("3probe");
                assertThat(http.get(path).body()).isEqualTo("6");
                socket.send("5");
                socket.send("42[\"e\",1]");
                assertThat(socket.text()).isEqualTo("42[\"e\",1]");
                assertThat(http.get(path).status()).isEqualTo(400);
                assertThat(http.post(path, "3").status()).isEqualTo(400);
            }
        }
    }

    @Test
    void endsAPollThatWaitsWhenTheProbeComes() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            try (var socket = webSocket(testing, path)) {
                http.send("GET", path, "");
                socket.send("2probe");
                assertThat(socket.text()).isEqualTo("3probe");
                assertThat(http.response().body()).isEqualTo("6");
            }
        }
    }

    @Test
    void keepsWhatIsSentBetweenLastPollAndUpgrade() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http();
                var other = testing.http()) {
            String path = connect(testing, http);
            try (var socket = webSocket(testing, path)) {
                socket.send("2probe");
                assertThat(socket.text()).isEqualTo("3probe");
                assertThat(http.get(path).body()).isEqualTo("6");
                for (int i = 0; i < 5; i++) {
                    assertThat(other.post(path, "42[\"e\"," + i + "]").body()).isEqualTo("ok");
                }
                socket.send("5");
                for (int i = 0; i < 5; i++) {
                    assertThat(socket.text()).isEqualTo("42[\"e\"," + i + "]");
                }
            }
        }
    }

    @Test
    void goesOnWithPollingIfTheProbeIsWrongOrTooSlow() throws Exception {
        try (var testing = echo(Options.builder().upgradeTimeout(Duration.ofMillis(100)));
                var http = testing.http()) {
            String path = connect(testing, http);
            for (String packet : List.of("42[\"e\",1]", "5", "2probe")) {
                try (var socket = webSocket(testing, path)) {
                    socket.send(packet);
                    socket.awaitClose();
                }
            }
            http.post(path, "42[\"e\",1]");
            assertThat(http.get(path).body()).isEqualTo("42[\"e\",1]");
        }
    }

    @Test
    void closesASecondWebSocketDuringAndAfterTheUpgrade() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            try (var socket = webSocket(testing, path)) {
                socket.send("2probe");
                assertThat(socket.text()).isEqualTo("3probe");
                try (var second = webSocket(testing, path)) {
                    assertThat(second.awaitClose()).isEqualTo(1008);
                }
                socket.send("5");
                socket.send("42[\"e\",1]");
                assertThat(socket.text()).isEqualTo("42[\"e\",1]");
                try (var third = webSocket(testing, path)) {
                    assertThat(third.awaitClose()).isEqualTo(1008);
                }
                socket.send("42[\"e\",2]");
                assertThat(socket.text()).isEqualTo("42[\"e\",2]");
            }
        }
    }

    @Test
    void endsTheSessionWithItsWebSocket() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            try (var socket = webSocket(testing, path)) {
                socket.send("2probe");
                assertThat(socket.text()).isEqualTo("3probe");
                socket.send("5");
                socket.send("42[\"e\",1]");
                assertThat(socket.text()).isEqualTo("42[\"e\",1]");
            }
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @Test
    void losesDoublesAndReordersNothingForTwoHundredClients() throws Exception {
        try (var testing = echo(Options.builder()
                        // However long a busy machine takes.
                        .headerTimeout(Duration.ofMinutes(1))
                        .upgradeTimeout(Duration.ofMinutes(1)));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> clients = new ArrayList<>();
            for (int client = 0; client < 200; client++) {
                clients.add(threads.submit(() -> new UpgradingClient(testing).echoes(200)));
            }
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                expected.add("42[\"e\"," + i + "]");
            }
            for (Future<List<String>> received : clients) {
                assertThat(received.get()).isEqualTo(expected);
            }
        }
    }

    /** Sends by POST, polls, and upgrades in the midst of it, as stock clients do. */
    private record UpgradingClient(TestingServer testing) {
        List<String> echoes(int count) throws Exception {
            List<String> received = new ArrayList<>();
            try (var polls = testing.http();
                    var posts = testing.http()) {
                String path = connect(testing, polls);
                int sent = 0;
                while (sent < count / 4) {
                    posts.post(path, "42[\"e\"," + sent++ + "]\u001e42[\"e\"," + sent++ + "]");
                    poll(polls, path, received);
                }
                try (var socket = webSocket(testing, path)) {
                    socket.send("2probe");
                    assertThat(socket.text()).isEqualTo("3probe");
                    while (sent < count / 2) {
                        posts.post(path, "42[\"e\"," + sent++ + "]");
                    }
                    poll(polls, path, received);
                    socket.send("5");
                    while (sent < count) {
                        socket.send("42[\"e\"," + sent++ + "]");
                    }
                    while (received.size() < count) {
                        received.add(socket.text());
                    }
                }
            }
            return received;
        }

        private static void poll(TestingHttp http, String path, List<String> received) throws IOException {
            for (String packet : http.get(path).body().split("\u001e", -1)) {
                if (packet.startsWith("4")) {
                    received.add(packet);
                }
            }
        }
    }
}
