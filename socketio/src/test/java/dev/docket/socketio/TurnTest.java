package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What WebSockets get in one turn of their loop. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and the test sees that
class TurnTest {
    private static final String LARGE = "x".repeat(40_000);

    @Test
    void sendsWhatIsCommonAndWhatIsNotInItsOrder() throws Exception {
        try (var testing = TestingServer.start()) {
            var connected = new LinkedBlockingQueue<Socket>();
            List<TestingWebSocket> clients = new ArrayList<>();
            List<Socket> sockets = new CopyOnWriteArrayList<>();
            testing.main().onConnect(socket -> {
                connected.add(socket);
                socket.on("go", (arguments, ack) -> {
                    testing.main().emit("e", "first");
                    testing.main().to("even").emit("e", LARGE);
                    testing.main().to("odd").emit("e", "odd", new byte[] {1});
                    testing.main().emit("e", "second");
                    sockets.get(2).emit("e", "own");
                    testing.main().emit("e", "third");
                    sockets.get(3).closeConnection();
                });
            });
            for (int i = 0; i < 6; i++) {
                clients.add(testing.client());
                sockets.add(Await.next(connected));
                sockets.get(i).join(i % 2 == 0 ? "even" : "odd");
            }
            for (int round = 0; round < 2; round++) {
                clients.getFirst().send("42[\"go\"]");
                for (int i = 0; i < 6; i++) {
                    if (i == 3 && round == 1) {
                        continue;
                    }
                    assertThat(clients.get(i).text()).isEqualTo("42[\"e\",\"first\"]");
                    if (i % 2 == 0) {
                        assertThat(clients.get(i).text()).isEqualTo("42[\"e\",\"" + LARGE + "\"]");
                    } else {
                        assertThat(clients.get(i).text()).startsWith("451-[\"e\",\"odd\"");
                        assertThat(clients.get(i).next().data().remaining()).isEqualTo(1);
                    }
                    assertThat(clients.get(i).text()).isEqualTo("42[\"e\",\"second\"]");
                    if (i == 2) {
                        assertThat(clients.get(i).text()).isEqualTo("42[\"e\",\"own\"]");
                    }
                    assertThat(clients.get(i).text()).isEqualTo("42[\"e\",\"third\"]");
                }
            }
            for (TestingWebSocket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void deliversEveryByteToAClientThatReadsLate() throws Exception {
        try (var testing = TestingServer.start(Options.builder().outboundLimit(64 << 20))) {
            var connected = new LinkedBlockingQueue<Socket>();
            testing.main().onConnect(connected::add);
            try (var client = testing.client()) {
                Socket socket = Await.next(connected);
                var sent = new AtomicLong();
                // Until the system takes no more, and then on: the first packet that waits was taken in part.
                Await.until(() -> {
                    testing.main().emit("e", sent.incrementAndGet(), LARGE);
                    return backlog(socket) > 1 << 20;
                });
                for (int i = 1; i <= sent.get(); i++) {
                    assertThat(client.text()).isEqualTo("42[\"e\"," + i + ",\"" + LARGE + "\"]");
                }
                Await.until(() -> backlog(socket) == 0);
                testing.main().emit("e", "short");
                assertThat(client.text()).isEqualTo("42[\"e\",\"short\"]");
            }
        }
    }

    private static long backlog(Socket socket) {
        return socket.backlog().toCompletableFuture().join();
    }

    @Test
    void goesThroughWhatStandsBeforeItInTheHostsPipeline() throws Exception {
        try (var host = new Host();
                var client = TestingWebSocket.open(host.port, TestingServer.WEBSOCKET)) {
            client.text();
            client.send("40");
            client.text();
            long before = host.bytes.get();
            host.server.of("/").emit("e", 1);
            assertThat(client.text()).isEqualTo("42[\"e\",1]");
            assertThat(host.bytes.get() - before).isEqualTo("42[\"e\",1]".length() + 2);
        }
    }

    @Test
    void flushesOnceForEachOfTheTwoAnswersOfAConnect() throws Exception {
        try (var host = new Host()) {
            host.server.of("/").onConnect(socket -> {
                socket.join("room");
                socket.emit("welcome");
                host.server.of("/").to("room").emit("joined");
            });
            try (var client = TestingWebSocket.open(host.port, TestingServer.WEBSOCKET)) {
                assertThat(client.text()).startsWith("0{");
                assertThat(host.flushes).hasValue(1);
                client.send("40");
                assertThat(client.text()).startsWith("40{");
                assertThat(client.text()).isEqualTo("42[\"welcome\"]");
                assertThat(client.text()).isEqualTo("42[\"joined\"]");
                assertThat(host.flushes).hasValue(2);
            }
        }
    }

    /** A host on one event loop that counts what leaves. */
    private static final class Host implements AutoCloseable {
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicLong flushes = new AtomicLong();
        private final SocketIoServer server = SocketIoServer.create();
        private final Io io = Io.of(IoBackend.AUTO);
        private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, io.handlers());
        private final int port;

        Host() throws InterruptedException {
            Channel bound = new ServerBootstrap()
                    .group(loops)
                    .channel(io.serverChannel())
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(counter(), new HttpServerCodec(), server.newHandler());
                        }
                    })
                    .bind(0)
                    .sync()
                    .channel();
            port = ((InetSocketAddress) bound.localAddress()).getPort();
        }

        private ChannelOutboundHandlerAdapter counter() {
            return new ChannelOutboundHandlerAdapter() {
                @Override
                public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                    bytes.addAndGet(message instanceof ByteBuf buffer ? buffer.readableBytes() : 0);
                    context.write(message, promise);
                }

                @Override
                public void flush(ChannelHandlerContext context) {
                    flushes.incrementAndGet();
                    context.flush();
                }
            };
        }

        @Override
        public void close() {
            server.close(Duration.ZERO).toCompletableFuture().join();
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }
}
