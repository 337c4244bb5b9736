package dev.docket.socketio;

/**
 * A client's wish to continue an earlier connection.
 *
 * @param pid that {@link SessionRecovery#issue} gave; not trusted, it comes from the client
 * @param offset the last text argument of the last event that the client has seen; empty if it has seen none
 * @param handshake as the middleware left it, with attributes
 */
public record RecoveryRequest(String pid, String offset, Handshake handshake) {}
