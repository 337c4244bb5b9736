package dev.docket.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields of a program that clients do not see today, removed ones included. When something was written down, a field
 * may still have been for everyone; what is shown of it to clients now must not have it either.
 */
public record HiddenFields(Set<String> keys) {
    private static final String PREFIX = "fields.";

    /** @param changed what changed, as changes name it: {@code fields.cost} */
    public boolean hides(String changed) {
        return changed.startsWith(PREFIX) && keys.contains(changed.substring(PREFIX.length()));
    }

    /** An event's data without any trace of hidden fields. */
    public JsonNode without(JsonNode data) {
        if (keys.isEmpty()) {
            return data;
        }
        JsonNode shown = data.deepCopy();
        for (String valuesByKey : new String[] {"/request/fields", "/request/checklists"}) {
            if (shown.at(valuesByKey) instanceof ObjectNode values) {
                values.remove(keys);
            }
        }
        if (shown.path("changedFields") instanceof ArrayNode names) {
            removeIf(names, name -> hides(name.asText()));
        }
        if (shown.at("/program/fields") instanceof ArrayNode definitions) {
            removeIf(
                    definitions,
                    definition -> keys.contains(definition.path("key").asText()));
        }
        return shown;
    }

    private static void removeIf(ArrayNode array, Predicate<JsonNode> unwanted) {
        for (Iterator<JsonNode> elements = array.iterator(); elements.hasNext(); ) {
            if (unwanted.test(elements.next())) {
                elements.remove();
            }
        }
    }
}
