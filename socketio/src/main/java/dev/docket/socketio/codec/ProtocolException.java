package dev.docket.socketio.codec;

/** The other side sent something that is not the protocol, or more of it than is allowed. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    /** With what is wrong; must not repeat what the other side sent. */
    public ProtocolException(String message) {
        // A hostile client causes these as fast as it can: no stack trace.
        super(message, null, false, false);
    }
}
