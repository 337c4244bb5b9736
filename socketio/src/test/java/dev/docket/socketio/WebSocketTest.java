package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest {
    private static TestingServer echo(Options.Builder options) {
        TestingServer testing = TestingServer.start(options);
        testing.main().onConnect(socket -> socket.on("e", (arguments, ack) -> socket.emit("e", arguments.get(0))));
        return testing;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void opensASessionThatCannotBeUpgraded() throws Exception {
        try (var testing = TestingServer.start();
                var socket = TestingWebSocket.open(testing.port(), TestingServer.WEBSOCKET)) {
            assertThat(socket.text()).startsWith("0{\"sid\":").contains("\"upgrades\":[]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport=websocket", "EIO=3&transport=websocket", "EIO=4&transport=polling", "EIO=4"})
    void refusesBadQueries(String query) throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            TestingHttp.Response response = TestingWebSocket.handshake(http, "/socket.io/?" + query);
            assertThat(response.status()).isIn(200, 400);
            assertThat(response.headers()).doesNotContainKey("upgrade");
        }
    }

    @Test
    void refusesAHandshakeWithoutKeyOrVersion() throws Exception {
        try (var testing = TestingServer.start();
                var http = testing.http()) {
            String path = "/socket.io/?" + TestingServer.WEBSOCKET;
            assertThat(http.get(path, "connection: upgrade", "upgrade: websocket", "sec-websocket-version: 13")
                            .status())
                    .isEqualTo(400);
            assertThat(http.get(
                                    path,
                                    "connection: upgrade",
                                    "upgrade: websocket",
                                    "sec-websocket-version: 8",
                                    "sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void joinsFragments() throws Exception {
        try (var testing = echo(Options.builder());
                var socket = testing.client()) {
            byte[] message = utf8("42[\"e\",\"é😀\"]");
            socket.send(TestingWebSocket.TEXT, false, Arrays.copyOf(message, 8));
            socket.send(TestingWebSocket.PING, true, utf8("hi"));
            socket.send(TestingWebSocket.CONTINUATION, false, new byte[0]);
            socket.send(TestingWebSocket.CONTINUATION, true, Arrays.copyOfRange(message, 8, message.length));
            TestingWebSocket.Frame pong = socket.next();
            assertThat(pong.opcode()).isEqualTo(TestingWebSocket.PONG);
            assertThat(pong.text()).isEqualTo("hi");
            assertThat(socket.text()).isEqualTo("42[\"e\",\"é😀\"]");
        }
    }

    @Test
    void closesOnInvalidUtf8() throws Exception {
        try (var testing = echo(Options.builder());
                var socket = testing.client()) {
            socket.send(TestingWebSocket.TEXT, true, new byte[] {'4', '2', (byte) 0xC3});
            assertThat(socket.awaitClose()).isEqualTo(1007);
        }
    }

    @Test
    void closesOnMessagesBeyondTheLimitAlsoInFragments() throws Exception {
        try (var testing = echo(Options.builder().maxPayload(100));
                var whole = testing.client();
                var fragmented = testing.client()) {
            whole.send("42[\"e\",\"" + "x".repeat(100) + "\"]");
            assertThat(whole.awaitClose()).isEqualTo(1009);
            for (int i = 0; i < 3; i++) {
                fragmented.send(i == 0 ? TestingWebSocket.TEXT : TestingWebSocket.CONTINUATION, false, new byte[40]);
            }
            assertThat(fragmented.awaitClose()).isEqualTo(1009);
        }
    }

    @Test
    void closesOnUnmaskedFrames() throws Exception {
        try (var testing = echo(Options.builder());
                var http = testing.http()) {
            assertThat(TestingWebSocket.handshake(http, "/socket.io/?" + TestingServer.WEBSOCKET)
                            .status())
                    .isEqualTo(101);
            http.write(new byte[] {(byte) 0x81, 2, '4', '0'});
            http.awaitClose();
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "2", "5", "6", "bAQID", "2probe", "4", "49", "42[\"e\",1]x"})
    void closesOnBadPackets(String packet) throws Exception {
        try (var testing = echo(Options.builder());
                var socket = testing.client()) {
            socket.send(packet);
            assertThat(socket.awaitClose()).isEqualTo(1002);
            assertThat(testing.server().sessions()).isZero();
        }
    }

    @Test
    void closesOnBinaryThatNobodyAnnounced() throws Exception {
        try (var testing = echo(Options.builder());
                var socket = testing.client()) {
            socket.send(new byte[] {1});
            assertThat(socket.awaitClose()).isEqualTo(1002);
        }
    }

    @Test
    void letsTheClientClose() throws Exception {
        try (var testing = echo(Options.builder());
                var byPacket = testing.client();
                var byFrame = testing.client()) {
            byPacket.send("1");
            assertThat(byPacket.awaitClose()).isEqualTo(1000);
            byFrame.send(TestingWebSocket.CLOSE, true, new byte[] {3, (byte) 0xE8});
            assertThat(byFrame.awaitClose()).isEqualTo(1000);
            Await.until(() -> testing.server().sessions() == 0);
        }
    }

    @Test
    void forgetsAClientThatVanishes() throws Exception {
        try (var testing = echo(Options.builder())) {
            testing.client().close();
            Await.until(() -> testing.server().sessions() == 0 && testing.main().size() == 0);
        }
    }

    @Test
    void deliversManyMessagesOfOneReadInOrder() throws Exception {
        try (var testing = echo(Options.builder());
                var socket = testing.client()) {
            for (int i = 0; i < 500; i++) {
                socket.send("42[\"e\"," + i + "]");
            }
            for (int i = 0; i < 500; i++) {
                assertThat(socket.text()).isEqualTo("42[\"e\"," + i + "]");
            }
        }
    }

    @Test
    void survivesRandomGarbage() throws Exception {
        try (var testing = echo(Options.builder())) {
            var random = new Random(1);
            for (int i = 0; i < 50; i++) {
                try (var http = testing.http()) {
                    TestingWebSocket.handshake(http, "/socket.io/?" + TestingServer.WEBSOCKET);
                    byte[] garbage = new byte[2_000];
                    random.nextBytes(garbage);
                    http.write(garbage);
                } catch (IOException e) {
                    // The server may close before all is written.
                }
            }
            Await.until(() -> testing.server().sessions() == 0);
            try (var socket = testing.client()) {
                socket.send("42[\"e\",1]");
                assertThat(socket.text()).isEqualTo("42[\"e\",1]");
            }
        }
    }
}
