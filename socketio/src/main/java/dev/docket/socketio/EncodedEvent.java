package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import java.nio.ByteBuffer;
import java.util.List;

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

    /** What {@link #of} makes the same event of on another node: its text in UTF-8 and each attachment, read-only. */
    public List<ByteBuffer> parts() {
        return packet.parts();
    }

    /**
     * An event that another node has encoded.
     *
     * @param parts of the other node's event, in their order
     */
    public static EncodedEvent of(String namespace, String event, List<byte[]> parts) {
        return new EncodedEvent(namespace, event, Encoded.of(parts));
    }

    Encoded packet() {
        return packet;
    }
}
