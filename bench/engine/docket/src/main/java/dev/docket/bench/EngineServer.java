package dev.docket.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.socketio.Attribute;
import dev.docket.socketio.IoBackend;
import dev.docket.socketio.Namespace;
import dev.docket.socketio.Options;
import dev.docket.socketio.SessionRecovery;
import dev.docket.socketio.Socket;
import dev.docket.socketio.SocketIoServer;
import dev.docket.socketio.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Our engine on a port of its own, with one event loop. Usage: {@code PORT BACKEND RECOVERY}, such as {@code 3000 EPOLL true}. */
final class EngineServer {
    private static final Attribute<String> USER = new Attribute<>("user", String.class);
    /** The text that makes {@code 42["ev",{"text":"…"}]} 400 bytes long. */
    private static final String TEXT = "x".repeat(400 - "42[\"ev\",{\"text\":\"\"}]".length());

    private static int connections;

    private EngineServer() {}

    public static void main(String[] arguments) throws Exception {
        var options = Options.builder().backend(IoBackend.valueOf(arguments[1])).eventLoops(1);
        if (Boolean.parseBoolean(arguments[2])) {
            // Long enough that no lost connection is forgotten between two measurements of memory.
            options.recovery(SessionRecovery.inMemory(Duration.ofHours(1), 10_000));
        }
        SocketIoServer server = SocketIoServer.create(options.build());
        Namespace main = server.of("/");
        main.use(handshake -> {
            String token = handshake.auth().path("token").asText();
            if (!token.equals("bench")) {
                return CompletableFuture.completedStage(Verdict.refuse("wrong token"));
            }
            handshake.attributes().put(USER, token);
            return CompletableFuture.completedStage(Verdict.accept());
        });
        main.onConnect(socket -> connected(main, socket));
        server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
        Commands.run();
    }

    /** All on the one event loop. */
    private static void connected(Namespace main, Socket socket) {
        socket.join("all");
        int group = connections++;
        for (int i = 1; i < 10; i++) {
            socket.join("room" + (group + i) % 100);
        }
        socket.on("go", (event, ack) -> main.to("all").emit("ev", payload()));
        socket.emit("ready");
    }

    private static ObjectNode payload() {
        return JsonNodeFactory.instance.objectNode().put("text", TEXT);
    }
}
