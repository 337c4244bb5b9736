package dev.docket.socketio.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** A Socket.IO packet from a client (Socket.IO protocol v5, "Packet types"), with its attachments put in place. */
public sealed interface Inbound {
    /** The id of an event that asks for no answer. */
    long NO_ID = -1;

    /** The namespace that it is for. */
    String namespace();

    /** A wish to connect; {@code auth} is an object, empty if the client sent none. */
    record Connect(String namespace, JsonNode auth) implements Inbound {}

    /** The end of the connection to the namespace. */
    record Disconnect(String namespace) implements Inbound {}

    /** An event: its name and then its arguments; {@code id} of the answer it asks for, or {@link #NO_ID}. */
    record Event(String namespace, long id, ArrayNode values) implements Inbound {}

    /** The answer to the event with that id. */
    record Answer(String namespace, long id, ArrayNode values) implements Inbound {}
}
