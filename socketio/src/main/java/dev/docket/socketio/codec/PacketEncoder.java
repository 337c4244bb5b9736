package dev.docket.socketio.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes Socket.IO packets (Socket.IO protocol v5, "Packet encoding") as Engine.IO messages. */
public final class PacketEncoder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PacketEncoder() {}

    /** The answer to a CONNECT; with {@code pid} if the connection can be recovered. */
    public static Encoded connected(String namespace, String sid, @Nullable String pid) {
        ObjectNode data = NODES.objectNode().put("sid", sid);
        if (pid != null) {
            data.put("pid", pid);
        }
        return text("40" + prefix(namespace) + Json.write(data));
    }

    /** The refusal of a CONNECT. */
    public static Encoded refused(String namespace, String message, @Nullable Object data) {
        ObjectNode error = NODES.objectNode().put("message", message);
        if (data != null) {
            error.set("data", Json.tree(data));
        }
        return text("44" + prefix(namespace) + Json.write(error));
    }

    /** The end of the connection to a namespace. */
    public static Encoded disconnect(String namespace) {
        return text("41" + prefix(namespace));
    }

    /**
     * An event.
     *
     * @param id of the answer that is asked for, or {@link Inbound#NO_ID}
     * @throws IllegalArgumentException if an argument cannot be mapped to JSON
     */
    public static Encoded event(String namespace, long id, String event, @Nullable Object... arguments) {
        ArrayNode values = NODES.arrayNode(arguments.length + 1).add(event);
        return encode('2', '5', namespace, id, add(values, arguments));
    }

    /** An event whose arguments are JSON in UTF-8 already. */
    public static Encoded eventOfJson(String namespace, String event, byte[]... arguments) {
        var packet = new ByteArrayOutputStream(64 + (arguments.length == 0 ? 0 : arguments[0].length));
        packet.writeBytes(utf8("42" + prefix(namespace) + "[" + Json.write(NODES.textNode(event))));
        for (byte[] argument : arguments) {
            packet.write(',');
            packet.writeBytes(argument);
        }
        packet.write(']');
        return new Encoded(List.of(Frame.text(packet.toByteArray())));
    }

    /** The answer to the event with that id. */
    public static Encoded answer(String namespace, long id, @Nullable Object... arguments) {
        return encode('3', '6', namespace, id, add(NODES.arrayNode(arguments.length), arguments));
    }

    private static ArrayNode add(ArrayNode values, @Nullable Object... arguments) {
        for (Object argument : arguments) {
            values.add(argument instanceof JsonNode node ? node : Json.tree(argument));
        }
        return values;
    }

    private static Encoded encode(char plain, char binary, String namespace, long id, ArrayNode values) {
        List<byte[]> attachments = new ArrayList<>(0);
        JsonNode json = withPlaceholders(values, attachments);
        var head = new StringBuilder(32).append('4');
        if (attachments.isEmpty()) {
            head.append(plain);
        } else {
            head.append(binary).append(attachments.size()).append('-');
        }
        head.append(prefix(namespace));
        if (id != Inbound.NO_ID) {
            head.append(id);
        }
        List<Frame> frames = new ArrayList<>(1 + attachments.size());
        frames.add(Frame.text(head.append(Json.write(json)).toString()));
        attachments.forEach(data -> frames.add(Frame.binary(data)));
        return new Encoded(frames);
    }

    /** The tree itself if it has no binary in it, else a copy: a caller's tree may be shared and is never changed. */
    private static JsonNode withPlaceholders(JsonNode node, List<byte[]> attachments) {
        return switch (node) {
            case BinaryNode binary -> {
                attachments.add(binary.binaryValue());
                yield NODES.objectNode().put("_placeholder", true).put("num", attachments.size() - 1);
            }
            case ArrayNode array
            when hasBinary(array) -> {
                ArrayNode copy = NODES.arrayNode(array.size());
                array.forEach(value -> copy.add(withPlaceholders(value, attachments)));
                yield copy;
            }
            case ObjectNode object
            when hasBinary(object) -> {
                ObjectNode copy = NODES.objectNode();
                object.properties()
                        .forEach(entry -> copy.set(entry.getKey(), withPlaceholders(entry.getValue(), attachments)));
                yield copy;
            }
            default -> node;
        };
    }

    private static boolean hasBinary(JsonNode node) {
        if (node.isBinary()) {
            return true;
        }
        for (JsonNode child : node) {
            if (hasBinary(child)) {
                return true;
            }
        }
        return false;
    }

    private static String prefix(String namespace) {
        return namespace.equals("/") ? "" : namespace + ",";
    }

    private static Encoded text(String packet) {
        return new Encoded(List.of(Frame.text(packet)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
