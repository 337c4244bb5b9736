package dev.docket.socketio;

/** Why a socket was disconnected, in the words that other Socket.IO servers use where they have one. */
public enum DisconnectReason {
    /** The client closed the connection, or the network did. */
    TRANSPORT_CLOSE("transport close", true),
    /** The connection broke, or a request did not fit the state of its session. */
    TRANSPORT_ERROR("transport error", true),
    /** The client did not answer a ping in time. */
    PING_TIMEOUT("ping timeout", true),
    /** The client sent something that is not the protocol. */
    PARSE_ERROR("parse error", true),
    /** The client left the namespace. */
    CLIENT_NAMESPACE_DISCONNECT("client namespace disconnect", false),
    /** The host called {@link Socket#disconnect()}; stock clients do not come back by themselves. */
    SERVER_NAMESPACE_DISCONNECT("server namespace disconnect", false),
    /** The host called {@link Socket#closeConnection()}; stock clients come back by themselves. */
    SERVER_CLOSE("forced server close", true),
    /** The server is going down; stock clients come back by themselves. */
    SERVER_SHUTTING_DOWN("server shutting down", true),
    /** The client read too slowly: {@link Options#outboundLimit()} was exceeded. */
    SLOW("slow", true),
    /** The client did not connect to a namespace within {@link Options#connectTimeout()}. */
    CONNECT_TIMEOUT("connect timeout", false),
    /** A limit on what a client may send was exceeded. */
    LIMIT("limit exceeded", false);

    private final String text;
    private final boolean recoverable;

    DisconnectReason(String text, boolean recoverable) {
        this.text = text;
        this.recoverable = recoverable;
    }

    /** The reason as other Socket.IO servers write it, for logs and metrics. */
    public String text() {
        return text;
    }

    /** Whether a session that ended so may be recovered: nobody ended it on purpose. */
    public boolean recoverable() {
        return recoverable;
    }
}
