package dev.docket.socketio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Connection state recovery: lets a client that lost its connection continue as the same socket. The stock client keeps
 * the {@code pid} of the CONNECT answer and the last text argument of each event, and sends both as {@code pid} and
 * {@code offset} in its next CONNECT. For the engine both are opaque.
 *
 * <p>An implementation that is not {@link #inMemory} appends the offset to its events itself (as last argument) and
 * sees to it that nothing falls between {@link RecoveredSession#missed} and what the socket gets live.
 */
public interface SessionRecovery {
    /**
     * Called on the socket's event loop before the CONNECT of a new socket is answered; must not block.
     *
     * @return the secret that lets the client continue; empty: this socket cannot be continued
     */
    Optional<String> issue(Socket socket);

    /**
     * Called on the session's event loop after the middleware admitted a client that sent a {@code pid}; must not
     * block. If the stage is empty, fails or takes longer than {@link Options#connectTimeout()}, the client becomes a
     * new socket. If it is present, the client gets the same {@code sid} and {@code pid} again, and a socket of that id
     * that is still connected to this node is closed first.
     */
    CompletionStage<Optional<RecoveredSession>> recover(RecoveryRequest request);

    /**
     * Keeps the rooms of lost sockets and the latest events in memory. It appends the offset to each event that the
     * server emits to rooms or single sockets, except volatile ones and those sent as {@link EncodedEvent}.
     *
     * @param window how long a lost socket can be continued
     * @param events how many events are kept per namespace; a client that missed more becomes a new socket
     */
    static SessionRecovery inMemory(Duration window, int events) {
        return new MemoryRecovery(window, events);
    }
}
