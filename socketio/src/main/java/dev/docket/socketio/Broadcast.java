package dev.docket.socketio;

import org.jspecify.annotations.Nullable;

/**
 * A choice of sockets of one namespace. Immutable: each method answers a new one. Without {@link #to} it means all
 * sockets of the namespace. A socket that is in several of the rooms gets the event once.
 */
public interface Broadcast {
    /** Adds the sockets in these rooms. A socket's id is also the name of a room that only it is in. */
    Broadcast to(String... rooms);

    /** The same as {@link #to}. */
    default Broadcast in(String... rooms) {
        return to(rooms);
    }

    /** Leaves out the sockets in these rooms, or with these ids. */
    Broadcast except(String... rooms);

    /** Leaves out the sockets of other nodes: the event is not handed to the {@link Relay}. */
    Broadcast local();

    /** Sends an event, encoded once. See {@link Socket#emit(String, Object...)} for the arguments. */
    void emit(String event, @Nullable Object... arguments);

    /**
     * Sends an event that is already encoded.
     *
     * @throws IllegalArgumentException if it was encoded for another namespace
     */
    void emit(EncodedEvent event);

    /** Sends an event that a connection with a backlog may miss. See {@link Socket#emitVolatile}. */
    void emitVolatile(String event, @Nullable Object... arguments);

    /** Sends an encoded event that a connection with a backlog may miss. */
    void emitVolatile(EncodedEvent event);

    /** Makes the sockets join a room, in order with the other calls. */
    void join(String room);

    /** Makes the sockets leave a room, in order with the other calls. */
    void leave(String room);

    /** Disconnects the sockets as {@link Socket#disconnect()} does. */
    void disconnect();
}
