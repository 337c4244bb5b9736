package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import java.nio.ByteBuffer;

/**
 * An event encoded once, as a finished WebSocket frame that also holds the polling payload, to be sent any number of
 * times to any sockets of its namespace. Immutable and on the heap: keep it as long as you like, there is nothing to
 * release. Made by {@link Namespace#encode} and {@link Namespace#encodeJson}.
 */
public final class EncodedEvent {
    private final String namespace;
    private final String event;
    private final Encoded packet;

    EncodedEvent(String namespace, String event, Encoded packet) {
        this.namespace = namespace;
        this.event = event;
        this.packet = packet;
    }

    /** The name of the namespace to whose sockets it can be sent. */
    public String namespace() {
        return namespace;
    }

    /** The event's name. */
    public String event() {
        return event;
    }

    /** The memory that its bytes take, in bytes: what a host counts that keeps many of them. */
    public int size() {
        return packet.size();
    }

    /** The Socket.IO packet (the text part, without the Engine.IO type), as UTF-8, read-only. */
    public ByteBuffer text() {
        return packet.text();
    }

    Encoded packet() {
        return packet;
    }
}
