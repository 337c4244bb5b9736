package dev.docket.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an entry changed: one field, with its label as it was then, before and after.
 *
 * @param staffOnly clients never see this change
 */
public record Change(String field, String label, JsonNode before, JsonNode after, boolean staffOnly) {
    public static Change of(String field, String label, @Nullable Object before, @Nullable Object after) {
        return new Change(field, label, node(before), node(after), false);
    }

    public static Change ofStaff(String field, String label, @Nullable Object before, @Nullable Object after) {
        return new Change(field, label, node(before), node(after), true);
    }

    private static JsonNode node(@Nullable Object value) {
        return value == null ? com.fasterxml.jackson.databind.node.NullNode.instance : Json.tree(value);
    }
}
