package dev.docket.bench;

import com.corundumstudio.socketio.AuthTokenResult;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** netty-socketio with native epoll and one event loop, doing what the others do. Usage: {@code PORT}. */
final class NettySocketIoServer {
    private static final String TEXT = "x".repeat(400 - "42[\"ev\",{\"text\":\"\"}]".length());
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private NettySocketIoServer() {}

    public static void main(String[] arguments) throws Exception {
        var configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(Integer.parseInt(arguments[0]));
        configuration.setUseLinuxNativeEpoll(true);
        configuration.setBossThreads(1);
        configuration.setWorkerThreads(1);
        configuration.setTransports(Transport.WEBSOCKET);
        configuration.setWebsocketCompression(false);
        configuration.setRandomSession(true);
        configuration.getSocketConfig().setTcpNoDelay(true);
        configuration.getSocketConfig().setAcceptBackLog(4_096);
        var server = new SocketIOServer(configuration);
        server.getNamespace("")
                .addAuthTokenListener((token, client) ->
                        token instanceof Map<?, ?> auth && "bench".equals(auth.get("token"))
                                ? AuthTokenResult.AuthTokenResultSuccess
                                : new AuthTokenResult(false, "wrong token"));
        server.addConnectListener(NettySocketIoServer::connected);
        server.addEventListener(
                "go",
                String.class,
                (client, data, ack) -> server.getRoomOperations("all").sendEvent("ev", Map.of("text", TEXT)));
        server.start();
        Commands.run();
    }

    private static void connected(SocketIOClient client) {
        client.joinRoom("all");
        int group = CONNECTIONS.getAndIncrement();
        for (int i = 1; i < 10; i++) {
            client.joinRoom("room" + (group + i) % 100);
        }
        client.sendEvent("ready");
    }
}
