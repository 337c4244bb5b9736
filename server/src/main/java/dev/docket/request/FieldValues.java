package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.program.FieldDefinition;
import dev.docket.program.FieldType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of custom fields as they are stored and as they are shown. The two differ where a checklist has lost an item: what
 * was checked stays stored, unseen, and comes back with the item.
 */
final class FieldValues {
    private FieldValues() {}

    /** The value that people see; null if there is none. */
    static @Nullable JsonNode shown(FieldDefinition field, Map<String, JsonNode> stored) {
        JsonNode value = stored.get(field.key());
        if (value == null || field.type() != FieldType.CHECKLIST) {
            return value;
        }
        List<String> items = field.choices();
        ArrayNode checked = JsonNodeFactory.instance.arrayNode();
        value.valueStream().filter(item -> items.contains(item.asText())).forEach(checked::add);
        return checked.isEmpty() ? null : checked;
    }

    /** What to store when {@code given} shall be shown; null: nothing. */
    static @Nullable JsonNode stored(FieldDefinition field, @Nullable JsonNode given, @Nullable JsonNode before) {
        if (before == null || field.type() != FieldType.CHECKLIST) {
            return given;
        }
        List<String> items = field.choices();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        if (given != null) {
            given.valueStream().forEach(all::add);
        }
        before.valueStream().filter(item -> !items.contains(item.asText())).forEach(all::add);
        return all.isEmpty() ? null : all;
    }
}
