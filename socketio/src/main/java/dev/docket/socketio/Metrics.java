package dev.docket.socketio;

/**
 * What the engine tells about its work, to be counted by the host. Called on event loops: implementations must be
 * thread-safe and quick.
 */
public interface Metrics {
    /** Counts nothing. */
    Metrics NONE = new Metrics() {};

    /** An Engine.IO session was opened. */
    default void sessionOpened(Transport transport) {}

    /** A session changed from polling to WebSocket. */
    default void sessionUpgraded() {}

    /** A session ended. */
    default void sessionClosed(Transport transport, DisconnectReason reason) {}

    /** A request or a connection was refused before it was a session; {@code cause} is one of a few fixed texts. */
    default void refused(String cause) {}

    /** A socket was connected to a namespace. */
    default void socketConnected(String namespace, boolean recovered) {}

    /** A socket was disconnected from its namespace. */
    default void socketDisconnected(String namespace, DisconnectReason reason) {}

    /** The first socket of an event loop joined a room: a room counts once per loop that has sockets in it. */
    default void roomOpened(String namespace) {}

    /** The last socket of an event loop left a room. */
    default void roomClosed(String namespace) {}

    /** A packet arrived; {@code size} in characters if it is text, else in bytes. */
    default void received(int size) {}

    /** Packets were handed to one connection in one turn of its loop; {@code bytes} without HTTP headers. */
    default void sent(int packets, long bytes) {}

    /** A volatile event was dropped for one socket. */
    default void dropped() {}

    /** The most bytes that ever waited for one connection of an event loop have grown to this. */
    default void queueHighWater(long bytes) {}
}
