package dev.docket.socketio;

import java.util.concurrent.CompletionStage;

/** Decides whether a client may connect to a namespace. Called for every attempt, also for one without {@code auth}. */
@FunctionalInterface
public interface Middleware {
    /**
     * Called on the session's event loop: what takes time belongs on another thread, which completes the stage.
     * If the stage fails or takes longer than {@link Options#connectTimeout()}, the client is refused.
     */
    CompletionStage<Verdict> admit(Handshake handshake);
}
