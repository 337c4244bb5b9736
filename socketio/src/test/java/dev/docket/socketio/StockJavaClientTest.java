package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockJavaClientTest {
    private static TestingServer start() {
        TestingServer testing = TestingServer.start();
        testing.main().onConnect(socket -> {
            socket.join("room");
            socket.on("echo", (arguments, ack) -> socket.emit("echo", arguments.get(0)));
            socket.on("ask", (arguments, ack) -> ack.send(arguments.get(0), arguments.get(1)));
            socket.on("restart", (arguments, ack) -> socket.closeConnection());
        });
        testing.server()
                .of("/secure")
                .use(handshake -> CompletableFuture.completedFuture(
                        "secret".equals(handshake.auth().path("token").textValue())
                                ? Verdict.accept()
                                : Verdict.refuse("not allowed")));
        return testing;
    }

    private static Socket client(TestingServer testing, String namespace, String transports, String token) {
        var options = IO.Options.builder()
                .setForceNew(true)
                .setTransports(transports.split(",", -1))
                .setReconnectionDelay(10)
                .setAuth(Map.of("token", token))
                .build();
        return IO.socket(URI.create("http://localhost:" + testing.port() + namespace), options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
    void talksOverEachTransport(String transports) throws Exception {
        var received = new LinkedBlockingQueue<Object>();
        var connects = new LinkedBlockingQueue<Object>();
        try (var testing = start()) {
            Socket socket = client(testing, "/", transports, "");
            socket.on(Socket.EVENT_CONNECT, nothing -> connects.add("connect"));
            socket.on(Socket.EVENT_DISCONNECT, reason -> connects.add(reason[0]));
            socket.on("echo", arguments -> received.add(arguments[0]));
            socket.on("news", arguments -> received.add(arguments[0]));
            socket.connect();
            assertThat(Await.next(connects)).isEqualTo("connect");
            for (int i = 0; i < 200; i++) {
                socket.emit("echo", i);
            }
            for (int i = 0; i < 200; i++) {
                assertThat(Await.next(received)).isEqualTo(i);
            }
            socket.emit("ask", new Object[] {new byte[] {1, 2}, new JSONObject().put("a", "é")}, (Ack) answer -> {
                received.add(answer[0]);
                received.add(answer[1].toString());
            });
            assertThat(Await.next(received)).isEqualTo(new byte[] {1, 2});
            assertThat(Await.next(received)).isEqualTo("{\"a\":\"é\"}");
            testing.main().to("room").emit("news", "n1");
            assertThat(Await.next(received)).isEqualTo("n1");
            socket.emit("restart");
            assertThat(Await.next(connects)).isIn("transport close", "transport error");
            assertThat(Await.next(connects)).isEqualTo("connect");
            socket.disconnect();
            Await.until(() -> testing.main().size() == 0);
            socket.io().reconnection(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling"})
    void isToldWhyItIsRefused(String transports) throws Exception {
        var events = new LinkedBlockingQueue<String>();
        try (var testing = start()) {
            for (String token : new String[] {"wrong", "secret"}) {
                Socket socket = client(testing, "/secure", transports, token);
                socket.on(Socket.EVENT_CONNECT, nothing -> events.add("connected"));
                socket.on(Socket.EVENT_CONNECT_ERROR, error -> events.add(error[0].toString()));
                socket.connect();
                assertThat(Await.next(events))
                        .isEqualTo(token.equals("secret") ? "connected" : "{\"message\":\"not allowed\"}");
                socket.disconnect();
            }
        }
    }
}
