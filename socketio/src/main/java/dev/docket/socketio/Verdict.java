package dev.docket.socketio;

import org.jspecify.annotations.Nullable;

/** A {@link Middleware}'s answer. */
public sealed interface Verdict {
    /** The client may connect as far as this middleware is concerned. */
    record Accepted() implements Verdict {}

    /**
     * The client may not connect. It gets CONNECT_ERROR {@code {"message": …, "data": …}}.
     *
     * @param message the client's {@code error.message}
     * @param data the client's {@code error.data}, as in {@link Socket#emit(String, Object...)}; null: none
     */
    record Refused(String message, @Nullable Object data) implements Verdict {}

    /** Lets the client through. */
    static Verdict accept() {
        return new Accepted();
    }

    /** Refuses the client with a message. */
    static Verdict refuse(String message) {
        return new Refused(message, null);
    }

    /** Refuses the client with a message and data for its program. */
    static Verdict refuse(String message, Object data) {
        return new Refused(message, data);
    }
}
