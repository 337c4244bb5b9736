package dev.docket.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of an event or of an acknowledgement: JSON trees in which binary attachments stand as
 * {@link BinaryNode}. Not to be modified.
 */
public final class Arguments {
    private final ArrayNode values;
    private final int first;

    /** The values of the array from index {@code first} on. */
    Arguments(ArrayNode values, int first) {
        this.values = values;
        this.first = first;
    }

    /** The number of arguments. */
    public int size() {
        return values.size() - first;
    }

    /** The argument at the index, counted from 0; a {@link MissingNode} if there is none. */
    public JsonNode get(int index) {
        return values.path(first + index);
    }

    /** The text at the index; null if there is none or if it is not a text. */
    public @Nullable String text(int index) {
        return get(index).textValue();
    }

    /** The binary argument at the index; null if there is none or if it is not binary. */
    public byte @Nullable [] binary(int index) {
        return get(index) instanceof BinaryNode binary ? binary.binaryValue() : null;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
