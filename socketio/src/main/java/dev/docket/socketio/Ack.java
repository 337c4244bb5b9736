package dev.docket.socketio;

import org.jspecify.annotations.Nullable;

/** Answers one event of a client (Socket.IO protocol v5, "ACK"). Any thread may send it. */
public interface Ack {
    /** Whether the client asked for an answer. If not, {@link #send} does nothing. */
    boolean expected();

    /**
     * Sends the answer. Only the first call has an effect; none if the socket is gone meanwhile.
     *
     * @param arguments as in {@link Socket#emit(String, Object...)}
     */
    void send(@Nullable Object... arguments);
}
