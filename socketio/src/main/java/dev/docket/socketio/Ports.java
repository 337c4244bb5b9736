package dev.docket.socketio;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The ports of a server's own, and the event loops behind them. Thread-safe. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class Ports {
    private static final int BACKLOG = 4_096;

    private final Engine engine;
    private final List<Channel> open = new ArrayList<>(1);
    private @Nullable EventLoopGroup loops;

    Ports(Engine engine) {
        this.engine = engine;
    }

    synchronized InetSocketAddress open(InetSocketAddress address) {
        Io io = Io.of(engine.options().backend());
        if (loops == null) {
            int count = engine.options().eventLoops();
            loops = new MultiThreadIoEventLoopGroup(
                    count == 0 ? Runtime.getRuntime().availableProcessors() : count, io.handlers());
        }
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(io.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        initialize(channel.pipeline());
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new UncheckedIOException(new IOException("cannot listen on " + address, bound.cause()));
        }
        open.add(bound.channel());
        return (InetSocketAddress) bound.channel().localAddress();
    }

    private void initialize(ChannelPipeline pipeline) {
        int bytes = engine.options().headerBytes();
        var config = new HttpDecoderConfig().setMaxInitialLineLength(bytes).setMaxHeaderSize(bytes);
        Loop loop = engine.loop(pipeline.channel().eventLoop());
        pipeline.addLast(
                new HttpServerCodec(config),
                new RequestDeadline(loop, engine.options().headerTimeout()),
                new RequestHandler(engine),
                new NotFoundHandler());
    }

    synchronized void close() {
        open.forEach(Channel::close);
        open.clear();
    }

    synchronized CompletableFuture<Void> shutDown() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        if (loops == null) {
            ended.complete(null);
        } else {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).addListener(done -> ended.complete(null));
        }
        return ended;
    }
}
