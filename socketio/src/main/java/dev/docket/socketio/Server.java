package dev.docket.socketio;

import dev.docket.socketio.codec.PacketDecoder;
import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The server: namespaces above, sessions below. */
final class Server implements SocketIoServer {
    private final Options options;
    private final PacketDecoder.Limits limits;
    private final Namespaces namespaces = new Namespaces(this);
    private final Engine engine;
    private final Ports ports;

    Server(Options options) {
        this.options = options;
        this.limits = new PacketDecoder.Limits(options.nesting(), options.attachments(), options.maxPayload());
        this.engine = new Engine(options, session -> new Connection(this, session));
        this.ports = new Ports(engine);
        namespaces.of("/");
        options.relay().start(this::deliver);
    }

    private void deliver(RoomEvent event) {
        ServedNamespace namespace = namespaces.find(event.event().namespace());
        if (namespace != null) {
            var target = new Selection(namespace, event.rooms(), event.except(), true);
            namespace.send(target, event.event().packet(), event.mayDrop());
        }
    }

    PacketDecoder.Limits limits() {
        return limits;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    @Override
    public Options options() {
        return options;
    }

    @Override
    public Namespace of(String name) {
        return namespaces.of(name);
    }

    @Override
    public void ofMatching(Predicate<String> names, Consumer<Namespace> configure) {
        namespaces.allow(names, configure);
    }

    @Override
    public ChannelHandler newHandler() {
        return new RequestHandler(engine);
    }

    @Override
    public InetSocketAddress listen(InetSocketAddress address) {
        return ports.open(address);
    }

    @Override
    public int sessions() {
        return engine.size();
    }

    @Override
    public CompletionStage<Void> close(Duration drain) {
        ports.close();
        CompletableFuture<Void> closed = engine.close();
        return closed.copy()
                .completeOnTimeout(null, drain.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(over -> {
                    engine.stopDraining();
                    return closed;
                })
                .thenCompose(over -> ports.shutDown());
    }
}
