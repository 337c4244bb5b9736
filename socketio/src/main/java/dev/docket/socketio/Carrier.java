package dev.docket.socketio;

/** The transport of a session at work: takes packets out. Confined to the session's loop. */
sealed interface Carrier permits PollingCarrier, WebSocketCarrier {
    Transport transport();

    /** Bytes that wait for the client or are on their way to it. */
    long pending();

    /** Takes a packet; it leaves with the next {@link #flush}. */
    void write(Outgoing packet);

    void flush();

    /** Closes at once: what still waits may be lost. */
    void abort(DisconnectReason reason);

    /** Closes after what waits has left; calls {@link Session#drained} then. */
    void drain(DisconnectReason reason);
}
