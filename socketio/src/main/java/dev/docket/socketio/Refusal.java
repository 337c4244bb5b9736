package dev.docket.socketio;

import io.netty.handler.codec.http.HttpResponseStatus;

/** Why an HTTP request was refused: with the codes that Engine.IO servers give in the body. */
enum Refusal {
    UNKNOWN_TRANSPORT(400, 0, "Transport unknown"),
    UNKNOWN_SESSION(400, 1, "Session ID unknown"),
    BAD_METHOD(400, 2, "Bad handshake method"),
    BAD_REQUEST(400, 3, "Bad request"),
    FORBIDDEN_ORIGIN(403, 4, "Forbidden"),
    UNSUPPORTED_VERSION(400, 5, "Unsupported protocol version"),
    TOO_LARGE(413, 3, "Payload too large"),
    TOO_MANY_SESSIONS(429, 4, "Too many sessions"),
    SHUTTING_DOWN(503, 4, "Server is shutting down");

    private final int status;
    private final int code;
    private final String message;

    Refusal(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    HttpResponseStatus status() {
        return HttpResponseStatus.valueOf(status);
    }

    String message() {
        return message;
    }

    String body() {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
