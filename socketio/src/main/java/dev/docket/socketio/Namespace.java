package dev.docket.socketio;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A namespace: sockets, rooms, middleware (Socket.IO protocol v5, "Connection to a namespace"). Thread-safe. As a
 * {@link Broadcast} it stands for all its sockets.
 */
public interface Namespace extends Broadcast {
    /** Its name: {@code /} or {@code /something}. */
    String name();

    /** Adds a middleware. They run one after the other, in the order in which they were added. */
    Namespace use(Middleware middleware);

    /**
     * Adds a listener that is called when a client is connected: it registers the socket's event listeners, joins
     * rooms, emits. It runs on the socket's event loop after the client's CONNECT was answered and before the client's
     * first event is read; it must not block.
     */
    Namespace onConnect(Consumer<Socket> listener);

    /**
     * Adds a listener that is called before a socket is closed with {@link DisconnectReason#SLOW}. Runs on the socket's
     * event loop; must not block.
     */
    Namespace onSlow(Consumer<Socket> listener);

    /** The socket with this id, if it is connected to this node. */
    Optional<Socket> socket(String id);

    /** The number of sockets that are connected to this node. */
    int size();

    /** Encodes an event once, to be sent many times. Arguments as in {@link Socket#emit(String, Object...)}. */
    EncodedEvent encode(String event, @Nullable Object... arguments);

    /**
     * Encodes an event whose arguments are JSON already.
     *
     * @param arguments each one complete JSON value in UTF-8; not checked, so it must come from a JSON writer
     */
    EncodedEvent encodeJson(String event, byte[]... arguments);
}
