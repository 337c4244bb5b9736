package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingTest {
    private static TestingServer echo(Options.Builder options) {
        TestingServer testing = TestingServer.start(options);
        testing.main()
                .onConnect(socket -> socket.onOther((event, arguments, ack) -> {
                    socket.emit(event, arguments.get(0));
                }));
        return testing;
    }

    private static String connect(TestingServer testing, TestingHttp http) throws IOException {
        String path = testing.pollingSession(http);
        assertThat(http.post(path, "40").body()).isEqualTo("ok");
        assertThat(http.get(path).body()).startsWith("40{\"sid\":");
        return path;
    }

    @Test
    void opensASessionWithTheServersSettings() throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            TestingHttp.Response open = http.get(TestingServer.POLLING);
            assertThat(open.status()).isEqualTo(200);
            assertThat(open.headers()).containsEntry("content-type", "text/plain; charset=UTF-8");
            assertThat(open.body())
                    .matches("0\\{\"sid\":\"[\\w-]{27}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000,"
                            + "\"pingTimeout\":20000,\"maxPayload\":1000000}");
            assertThat(testing.server().sessions()).isEqualTo(1);
        }
    }

    @Test
    void givesSessionAndSocketDifferentIds() throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            String path = testing.pollingSession(http);
            http.post(path, "40");
            assertThat(TestingServer.field(http.get(path).body(), "sid"))
                    .hasSize(27)
                    .isNotEqualTo(path.substring(path.length() - 27));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transport=polling",
                "EIO=3&transport=polling",
                "EIO=4",
                "EIO=4&transport=pigeon",
                "EIO=4&transport=polling&sid=unknown",
                "EIO=4&transport=websocket",
            })
    void refusesBadQueries(String query) throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            assertThat(http.get("/socket.io/?" + query).status()).isEqualTo(400);
            assertThat(testing.server().sessions()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void opensNoSessionByOtherMethods(String method) throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            http.send(method, TestingServer.POLLING, "");
            assertThat(http.response().status()).isEqualTo(400);
            assertThat(testing.server().sessions()).isZero();
        }
    }

    @Test
    void offersNoUpgradeIfWebSocketIsOff() throws Exception {
        try (var testing = TestingServer.start(Options.builder().transports(Set.of(Transport.POLLING)));
                var http = testing.http()) {
            assertThat(http.get(TestingServer.POLLING).body()).contains("\"upgrades\":[]");
            assertThat(TestingWebSocket.handshake(http, "/socket.io/?" + TestingServer.WEBSOCKET)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void carriesTextAndBinaryInOrder() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            String packets =
                    "42[\"a\",1]\u001e451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID\u001e42[\"c\",\"é\"]";
            assertThat(http.post(path, packets).body()).isEqualTo("ok");
            assertThat(http.get(path).body()).isEqualTo(packets);
        }
    }

    @Test
    void readsBase64InLines() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            http.post(path, "451-[\"b\",{\"_placeholder\":true,\"num\":0}]\u001ebAQ\nID\n");
            assertThat(http.get(path).body()).endsWith("\u001ebAQID");
        }
    }

    @Test
    void answersAWaitingPollWhenSomethingComes() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http();
                var other = testing.http()) {
            String path = connect(testing, http);
            http.send("GET", path, "");
            assertThat(other.post(path, "42[\"a\",1]").body()).isEqualTo("ok");
            assertThat(http.response().body()).isEqualTo("42[\"a\",1]");
        }
    }

    @Test
    void sendsMoreThanOnePayloadHoldsInSeveral() throws Exception {
        try (var testing = echo(Options.builder().maxPayload(100));
                var http = testing.http()) {
            String path = connect(testing, http);
            String packet = "42[\"a\",\"" + "x".repeat(50) + "\"]";
            for (int i = 0; i < 3; i++) {
                http.post(path, packet);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(http.get(path).body()).isEqualTo(packet);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "4abc", "", "2", "5", "b", "bé", "42[\"a\",1]\u001e", "b!"})
    void closesTheSessionOnABadPayload(String payload) throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            assertThat(http.post(path, payload).status()).isEqualTo(400);
            assertThat(http.get(path).status()).isEqualTo(400);
            assertThat(testing.server().sessions()).isZero();
        }
    }

    @Test
    void closesTheSessionOnInvalidUtf8() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            http.raw("POST " + path + " HTTP/1.1\r\ncontent-length: 2\r\n\r\n");
            http.write(new byte[] {'4', (byte) 0xFF});
            assertThat(http.response().status()).isEqualTo(400);
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @Test
    void closesTheSessionOnASecondPoll() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http();
                var other = testing.http()) {
            String path = connect(testing, http);
            http.send("GET", path, "");
            other.send("GET", path, "");
            // Over two connections, either may be the second.
            List<TestingHttp.Response> responses = List.of(http.response(), other.response());
            assertThat(responses).extracting(TestingHttp.Response::status).containsExactlyInAnyOrder(200, 400);
            assertThat(responses).extracting(TestingHttp.Response::body).contains("1");
            assertThat(http.get(path).status()).isEqualTo(400);
        }
    }

    @Test
    void closesTheSessionOnACancelledPoll() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            try (var cancelled = testing.http()) {
                cancelled.send("GET", path, "");
            }
            Await.until(() -> testing.server().sessions() == 0);
            assertThat(http.get(path).status()).isEqualTo(400);
        }
    }

    @Test
    void closesTheSessionOnTwoPostsAtATime() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http();
                var other = testing.http()) {
            String path = connect(testing, http);
            http.raw("POST " + path + " HTTP/1.1\r\ncontent-length: 5\r\n\r\n42");
            Await.until(() -> {
                try {
                    return other.post(path, "3").status() == 400;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @Test
    void closesTheSessionWhenAPostBreaksOff() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            try (var broken = testing.http()) {
                broken.raw("POST " + path + " HTTP/1.1\r\ncontent-length: 50\r\n\r\n42[");
            }
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @Test
    void letsTheClientCloseAndEndsItsPoll() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http();
                var other = testing.http()) {
            String path = connect(testing, http);
            http.send("GET", path, "");
            assertThat(other.post(path, "1").body()).isEqualTo("ok");
            assertThat(http.response().body()).isEqualTo("6");
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @Test
    void refusesBodiesBeyondTheLimit() throws Exception {
        try (var testing = echo(Options.builder().maxPayload(1_000));
                var http = testing.http();
                var chunked = testing.http()) {
            String path = connect(testing, http);
            assertThat(http.post(path, "4" + "x".repeat(1_000)).status()).isEqualTo(413);
            chunked.raw("POST " + path + " HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n");
            chunked.raw("7d0\r\n" + "x".repeat(2_000) + "\r\n");
            assertThat(chunked.response().status()).isEqualTo(413);
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @Test
    void saysContinueToClientsThatAsk() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            String path = connect(testing, http);
            http.raw("POST " + path + " HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: 9\r\n\r\n");
            assertThat(http.head().status()).isEqualTo(100);
            http.raw("42[\"a\",1]");
            assertThat(http.response().body()).isEqualTo("ok");
        }
    }

    @Test
    void closesAConnectionThatDoesNotWantToBeKept() throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            assertThat(http.get(TestingServer.POLLING, "connection: close").headers())
                    .containsEntry("connection", "close");
            http.awaitClose();
        }
    }
}
