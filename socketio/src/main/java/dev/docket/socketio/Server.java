package dev.docket.socketio;

import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

final class Server implements SocketIoServer {
    private final Options options;

    Server(Options options) {
        this.options = options;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Namespace of(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void ofMatching(Predicate<String> names, Consumer<Namespace> configure) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChannelHandler newHandler() {
        throw new UnsupportedOperationException();
    }

    @Override
    public InetSocketAddress listen(InetSocketAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sessions() {
        return 0;
    }

    @Override
    public CompletionStage<Void> close(Duration drain) {
        throw new UnsupportedOperationException();
    }
}
