package dev.docket.socketio.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what one client sends (Socket.IO protocol v5, "Packet encoding"), strictly: what is not the protocol ends
 * the connection. Not thread-safe.
 */
public final class PacketDecoder {
    /** Names that the stock clients use for their own events: a peer could pretend a connection or its end. */
    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    /** 15 digits: below 2^53, what JavaScript counts exactly. */
    private static final int ID_DIGITS = 15;

    private static final int COUNT_DIGITS = 3;

    /** What a decoder allows; shared by all decoders of a server. */
    public static final class Limits {
        private final Json json;
        private final int attachments;
        private final int bytes;

        /** At most so much nesting, so many attachments, and so many bytes of all attachments of one packet. */
        public Limits(int nesting, int attachments, int bytes) {
            this.json = new Json(nesting);
            this.attachments = attachments;
            this.bytes = bytes;
        }
    }

    private final Limits limits;
    private @Nullable PartialPacket partial;

    /** A decoder for one connection. */
    public PacketDecoder(Limits limits) {
        this.limits = limits;
    }

    /**
     * Decodes a text message from the given index on.
     *
     * @return the packet; null if its attachments are still to come
     */
    public @Nullable Inbound text(String message, int start) throws ProtocolException {
        if (partial != null) {
            throw new ProtocolException("text in place of an attachment");
        }
        var cursor = new Cursor(message, start);
        char type = cursor.next();
        return switch (type) {
            case '0' -> new Inbound.Connect(cursor.namespace(), auth(cursor));
            case '1' -> {
                String namespace = cursor.namespace();
                cursor.expectEnd();
                yield new Inbound.Disconnect(namespace);
            }
            case '2' -> event(cursor.namespace(), cursor.number(ID_DIGITS), array(cursor));
            case '3' -> answer(cursor.namespace(), cursor.number(ID_DIGITS), array(cursor));
            case '5', '6' -> binary(cursor, type == '6');
            default -> throw new ProtocolException("unknown packet type");
        };
    }

    /**
     * Takes a binary message as the next attachment.
     *
     * @return the packet, if this was its last attachment
     */
    public @Nullable Inbound attachment(byte[] data) throws ProtocolException {
        if (partial == null) {
            throw new ProtocolException("an attachment of nothing");
        }
        if (!partial.add(data, limits.bytes)) {
            return null;
        }
        PartialPacket complete = partial;
        partial = null;
        return packet(complete);
    }

    /** Whether attachments are still to come. */
    public boolean isPartial() {
        return partial != null;
    }

    private @Nullable Inbound binary(Cursor cursor, boolean answer) throws ProtocolException {
        long count = cursor.number(COUNT_DIGITS);
        if (count == Inbound.NO_ID || cursor.next() != '-') {
            throw new ProtocolException("no number of attachments");
        }
        if (count > limits.attachments) {
            throw new ProtocolException("too many attachments");
        }
        String namespace = cursor.namespace();
        long id = cursor.number(ID_DIGITS);
        var packet = new PartialPacket(answer, namespace, id, array(cursor), (int) count);
        if (count == 0) {
            return packet(packet);
        }
        partial = packet;
        return null;
    }

    private Inbound packet(PartialPacket packet) throws ProtocolException {
        ArrayNode values = packet.complete();
        return packet.answer()
                ? answer(packet.namespace(), packet.id(), values)
                : event(packet.namespace(), packet.id(), values);
    }

    private static Inbound event(String namespace, long id, ArrayNode values) throws ProtocolException {
        JsonNode name = values.path(0);
        if ((!name.isTextual() && !name.isNumber()) || RESERVED.contains(name.asText())) {
            throw new ProtocolException("invalid event name");
        }
        return new Inbound.Event(namespace, id, values);
    }

    private static Inbound answer(String namespace, long id, ArrayNode values) throws ProtocolException {
        if (id == Inbound.NO_ID) {
            throw new ProtocolException("an answer without id");
        }
        return new Inbound.Answer(namespace, id, values);
    }

    private JsonNode auth(Cursor cursor) throws ProtocolException {
        if (cursor.atEnd()) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode auth = limits.json.read(cursor.rest());
        if (!auth.isObject()) {
            throw new ProtocolException("auth is not an object");
        }
        return auth;
    }

    private ArrayNode array(Cursor cursor) throws ProtocolException {
        if (limits.json.read(cursor.rest()) instanceof ArrayNode values) {
            return values;
        }
        throw new ProtocolException("not an array");
    }

    /** Whether a host may emit an event of that name. */
    public static boolean isReserved(String event) {
        return RESERVED.contains(event);
    }
}
