package dev.docket.socketio;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The server that the public test suites of the protocol documents expect at {@code localhost:3000}. With
 * {@code --engine-only} it speaks Engine.IO at {@code /engine.io/} and echoes; without, Socket.IO at
 * {@code /socket.io/} with the main namespace and {@code /custom}.
 */
public final class ConformanceServer {
    private ConformanceServer() {}

    /** Arguments: {@code [--port N] [--engine-only]}. Runs until it is killed. */
    public static void main(String[] arguments) {
        List<String> given = Arrays.asList(arguments);
        int port = given.contains("--port") ? Integer.parseInt(given.get(given.indexOf("--port") + 1)) : 3000;
        boolean engineOnly = given.contains("--engine-only");
        InetSocketAddress address = engineOnly ? startEngine(port) : startServer(port);
        System.out.println(
                (engineOnly ? "Engine.IO" : "Socket.IO") + " conformance server on port " + address.getPort());
    }

    static Options.Builder options() {
        return Options.builder()
                .pingInterval(Duration.ofMillis(300))
                .pingTimeout(Duration.ofMillis(200))
                .maxPayload(1_000_000)
                .connectTimeout(Duration.ofMillis(1_000))
                // The suites expect that what they send over two connections is read in the order of its sending.
                .eventLoops(1);
    }

    private static InetSocketAddress startServer(int port) {
        SocketIoServer server = SocketIoServer.create(options().build());
        serve(server.of("/"));
        serve(server.of("/custom"));
        return server.listen(port);
    }

    private static final Attribute<Object> AUTH = new Attribute<>("auth", Object.class);
    private static final Executor LATER = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    private static void serve(Namespace namespace) {
        namespace.use(handshake -> {
            handshake.attributes().put(AUTH, handshake.auth());
            return CompletableFuture.completedFuture(Verdict.accept());
        });
        namespace.onConnect(socket -> {
            // The suites listen for one message after the other, and would miss one that comes in the same read.
            LATER.execute(() -> socket.emit("auth", socket.attributes().require(AUTH)));
            socket.on("message", (arguments, ack) -> socket.emit("message-back", all(arguments)));
            socket.on("message-with-ack", (arguments, ack) -> ack.send(all(arguments)));
        });
    }

    private static Object[] all(Arguments arguments) {
        Object[] values = new Object[arguments.size()];
        Arrays.setAll(values, arguments::get);
        return values;
    }

    private static InetSocketAddress startEngine(int port) {
        var engine = new Engine(options().path("/engine.io/").build(), EchoListener::new);
        return new Ports(engine).open(new InetSocketAddress(port));
    }
}
