package dev.docket.socketio;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server on a port of its own, to be closed by the test. */
record TestingServer(SocketIoServer server, int port) implements AutoCloseable {
    static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    static final String WEBSOCKET = "EIO=4&transport=websocket";

    static TestingServer start() {
        return start(Options.builder());
    }

    /** With two event loops, so that connections of one session meet on different ones. */
    static TestingServer start(Options.Builder options) {
        SocketIoServer server = SocketIoServer.create(options.eventLoops(2).build());
        return new TestingServer(server, server.listen(0).getPort());
    }

    Namespace main() {
        return server.of("/");
    }

    TestingHttp http() throws IOException {
        return new TestingHttp(port);
    }

    /** A session over WebSocket whose open packet was read. */
    TestingWebSocket webSocket() throws IOException {
        TestingWebSocket socket = TestingWebSocket.open(port, WEBSOCKET);
        socket.text();
        return socket;
    }

    /** A client connected to the main namespace over WebSocket. */
    TestingWebSocket client() throws IOException {
        TestingWebSocket socket = webSocket();
        socket.send("40");
        socket.text();
        return socket;
    }

    /** A polling session: the answer is its path with the session's id. */
    String pollingSession(TestingHttp http) throws IOException {
        String open = http.get(POLLING).body();
        return POLLING + "&sid=" + field(open, "sid");
    }

    /** The text field of a packet with JSON. */
    static String field(String packet, String name) {
        return packet.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    @Override
    public void close() {
        server.close(Duration.ofMillis(500))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
