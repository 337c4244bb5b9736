package dev.docket.socketio.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A packet some of whose attachments are still to come. */
final class PartialPacket {
    private final boolean answer;
    private final String namespace;
    private final long id;
    private final ArrayNode values;
    private final int expected;
    private final List<BinaryNode> attachments = new ArrayList<>(2);
    private long bytes;

    PartialPacket(boolean answer, String namespace, long id, ArrayNode values, int expected) {
        this.answer = answer;
        this.namespace = namespace;
        this.id = id;
        this.values = values;
        this.expected = expected;
    }

    boolean answer() {
        return answer;
    }

    String namespace() {
        return namespace;
    }

    long id() {
        return id;
    }

    /** Takes an attachment and answers whether it was the last. */
    boolean add(byte[] data, int maxBytes) throws ProtocolException {
        bytes += data.length;
        if (bytes > maxBytes) {
            throw new ProtocolException("attachments are too large");
        }
        attachments.add(BinaryNode.valueOf(data));
        return attachments.size() == expected;
    }

    /** The values with each placeholder replaced by its attachment. */
    ArrayNode complete() throws ProtocolException {
        for (int i = 0; i < values.size(); i++) {
            values.set(i, replaced(values.get(i)));
        }
        return values;
    }

    private JsonNode replaced(JsonNode node) throws ProtocolException {
        switch (node) {
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, replaced(array.get(i)));
                }
            }
            case ObjectNode object -> {
                if (object.path("_placeholder").booleanValue()) {
                    return attachment(object.path("num"));
                }
                for (var entry : object.properties()) {
                    entry.setValue(replaced(entry.getValue()));
                }
            }
            default -> {}
        }
        return node;
    }

    private BinaryNode attachment(JsonNode number) throws ProtocolException {
        // Without canConvertToInt a huge number would wrap around into the range.
        if (!number.isIntegralNumber()
                || !number.canConvertToInt()
                || number.intValue() < 0
                || number.intValue() >= attachments.size()) {
            throw new ProtocolException("placeholder of no attachment");
        }
        return attachments.get(number.intValue());
    }
}
