package dev.docket.socketio;

import io.netty.channel.ChannelHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A Socket.IO v5 / Engine.IO v4 server: on a port of its own by {@link #listen}, or inside a host's HTTP server by
 * {@link #newHandler}. Thread-safe.
 */
public interface SocketIoServer {
    /** A server with default settings. */
    static SocketIoServer create() {
        return create(Options.defaults());
    }

    /** A server. */
    static SocketIoServer create(Options options) {
        return new Server(options);
    }

    /** Its settings. */
    Options options();

    /**
     * The namespace of that name, created if there is none.
     *
     * @param name {@code /} or {@code /something}; a missing slash is added
     */
    Namespace of(String name);

    /**
     * Lets clients connect to namespaces that are not there yet. The first client of a new namespace creates it; it goes
     * again with its last client, so hosts that broadcast look it up by {@link #of} each time.
     *
     * @param names which names are allowed; called on event loops, must not block
     * @param configure adds middleware and listeners to each new namespace
     */
    void ofMatching(Predicate<String> names, Consumer<Namespace> configure);

    /**
     * A new handler, to be added to the pipeline of one connection directly after its {@code HttpServerCodec}. It takes
     * the requests whose path starts with {@link Options#path()} and hands on everything else untouched; it keeps
     * responses in the order of the requests where a client sends both over one connection. On a WebSocket upgrade it
     * removes the codec and everything behind it.
     */
    ChannelHandler newHandler();

    /**
     * Opens a port of the server's own on all addresses and waits until it is open.
     *
     * @param port 0: any free one
     * @return the address that it is bound to
     * @throws java.io.UncheckedIOException if the port cannot be opened
     */
    default InetSocketAddress listen(int port) {
        return listen(new InetSocketAddress(port));
    }

    /** Opens a port of the server's own at one address, see {@link #listen(int)}. */
    InetSocketAddress listen(InetSocketAddress address);

    /** The number of open sessions of this node. */
    int sessions();

    /**
     * Shuts down: closes the server's own ports, refuses new sessions, sends what is waiting, tells clients to come back
     * (stock clients report {@code transport close} and reconnect by themselves) and closes the connections.
     *
     * @param drain how long a client may take to read what is waiting for it
     * @return completes when all is closed; never fails
     */
    CompletionStage<Void> close(Duration drain);
}
