package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPipelineTest {
    /** Answers a request with its path and body, some time later; reads on demand if told so. */
    private static final class HostHandler extends ChannelInboundHandlerAdapter {
        private final StringBuilder body = new StringBuilder();
        private String path = "";

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (message instanceof HttpRequest request) {
                    path = request.uri();
                    body.setLength(0);
                }
                if (message instanceof HttpContent content) {
                    body.append(content.content().toString(StandardCharsets.UTF_8));
                }
                if (message instanceof LastHttpContent) {
                    String answer = path + body;
                    answerLater(context, answer);
                } else {
                    context.read();
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the test sees what arrives
        private static void answerLater(ChannelHandlerContext context, String text) {
            context.executor().schedule(() -> answer(context, text), 20, TimeUnit.MILLISECONDS);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the test sees what arrives
        private static void answer(ChannelHandlerContext context, String text) {
            ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
            var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, bytes);
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes());
            context.writeAndFlush(response);
            context.read();
        }
    }

    private static final class Host implements AutoCloseable {
        private final SocketIoServer server = SocketIoServer.create();
        private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        private final List<Channel> channels = new CopyOnWriteArrayList<>();
        private final int port;

        Host(boolean autoRead) throws InterruptedException {
            Channel bound = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channels.add(channel);
                            channel.config().setAutoRead(autoRead);
                            channel.pipeline().addLast(new HttpServerCodec(), server.newHandler(), new HostHandler());
                            channel.read();
                        }
                    })
                    .bind(0)
                    .sync()
                    .channel();
            port = ((InetSocketAddress) bound.localAddress()).getPort();
        }

        @Override
        public void close() {
            server.close(Duration.ZERO).toCompletableFuture().join();
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesOtherRequestsOfTheConnectionToTheHost(boolean autoRead) throws Exception {
        try (var host = new Host(autoRead);
                var http = new TestingHttp(host.port)) {
            assertThat(http.post("/api", "body").body()).isEqualTo("/apibody");
            String open = http.get(TestingServer.POLLING).body();
            assertThat(open).startsWith("0{");
            assertThat(http.get("/api?x=1").body()).isEqualTo("/api?x=1");
            String path = TestingServer.POLLING + "&sid=" + TestingServer.field(open, "sid");
            assertThat(http.post(path, "40").body()).isEqualTo("ok");
            assertThat(http.post("/api", "x".repeat(100_000)).body()).hasSize(100_004);
            assertThat(http.get(path).body()).startsWith("40{");
            assertThat(http.get("/socket.io").body()).isEqualTo("/socket.io");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersPipelinedRequestsInTheirOrder(boolean autoRead) throws Exception {
        try (var host = new Host(autoRead);
                var http = new TestingHttp(host.port)) {
            http.raw(request("/a")
                    + request("/b")
                    + request(TestingServer.POLLING)
                    + request("/c")
                    + request("/d")
                    + request(TestingServer.POLLING));
            assertThat(http.response().body()).isEqualTo("/a");
            assertThat(http.response().body()).isEqualTo("/b");
            assertThat(http.response().body()).startsWith("0{");
            assertThat(http.response().body()).isEqualTo("/c");
            assertThat(http.response().body()).isEqualTo("/d");
            assertThat(http.response().body()).startsWith("0{");
        }
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nhost: localhost\r\n\r\n";
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesOverTheWholePipelineForAWebSocket(boolean autoRead) throws Exception {
        try (var host = new Host(autoRead);
                var http = new TestingHttp(host.port)) {
            assertThat(http.get("/api").body()).isEqualTo("/api");
            try (var socket = TestingWebSocket.open(host.port, TestingServer.WEBSOCKET)) {
                socket.text();
                socket.send("40");
                assertThat(socket.text()).startsWith("40{");
                assertThat(host.channels.getLast().pipeline().names())
                        .hasSize(3)
                        .noneMatch(name -> name.contains("HostHandler") || name.contains("Http"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noticesThatAPollIsCancelled(boolean autoRead) throws Exception {
        try (var host = new Host(autoRead)) {
            try (var http = new TestingHttp(host.port)) {
                String open = http.get(TestingServer.POLLING).body();
                http.send("GET", TestingServer.POLLING + "&sid=" + TestingServer.field(open, "sid"), "");
            }
            Await.until(() -> host.server.sessions() == 0);
        }
    }

    @Test
    void closesAConnectionThatPipelinesTooMuchBehindAPoll() throws Exception {
        try (var host = new Host(true);
                var http = new TestingHttp(host.port)) {
            String open = http.get(TestingServer.POLLING).body();
            String poll = request(TestingServer.POLLING + "&sid=" + TestingServer.field(open, "sid"));
            try {
                http.raw(poll + request("/flood").repeat(1_000));
                http.awaitClose();
            } catch (IOException e) {
                // Closed while we were still writing.
            }
            Await.until(() -> host.server.sessions() == 0);
        }
    }
}
