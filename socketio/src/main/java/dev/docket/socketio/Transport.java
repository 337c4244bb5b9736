package dev.docket.socketio;

/** How an Engine.IO session carries its packets (Engine.IO protocol v4, chapter "Transports"). */
public enum Transport {
    /** Successive HTTP requests: GET to receive, POST to send. */
    POLLING,
    /** One WebSocket connection. */
    WEBSOCKET;

    /** The value of the {@code transport} query parameter. */
    public String parameter() {
        return this == POLLING ? "polling" : "websocket";
    }
}
