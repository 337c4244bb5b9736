package dev.docket.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be null and what may be left out. In answers a property is always there, perhaps null, unless its record leaves it
 * out. In bodies what is required can't be null: the compiler's file says otherwise, because the code takes the null in order
 * to refuse it by name.
 */
final class Nullability {
    /** Required and null all the same: null says something there. */
    private static final Set<String> NULL_SAYS_SOMETHING = Set.of("Assignment.userId");

    private final CompiledCode code;
    private final Set<String> answers;

    Nullability(CompiledCode code, Set<String> answers) {
        this.code = code;
        this.answers = answers;
    }

    void settle(ObjectNode schemas) {
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            ObjectNode object = (ObjectNode) schema.getValue();
            for (Map.Entry<String, JsonNode> property :
                    List.copyOf(object.path("properties").properties())) {
                settle(schema.getKey(), object, property.getKey(), (ObjectNode) property.getValue());
            }
        }
    }

    private void settle(String schema, ObjectNode object, String name, ObjectNode property) {
        if (!property.path("nullable").asBoolean()) {
            return;
        }
        if (!answers.contains(schema)) {
            if (isRequired(object, name) && !NULL_SAYS_SOMETHING.contains(schema + "." + name)) {
                property.remove("nullable");
            }
        } else if (code.leavesOut(schema, name)) {
            property.remove("nullable");
        } else if (!isRequired(object, name) && !code.mayBeMissing(schema, name)) {
            object.withArray("required").add(name);
        }
    }

    private static boolean isRequired(ObjectNode object, String name) {
        return object.path("required")
                .valueStream()
                .anyMatch(required -> required.asText().equals(name));
    }

    /** As OpenAPI 3.1 writes it: null is a type. */
    static void rewrite(JsonNode node) {
        node.forEach(Nullability::rewrite);
        if (node instanceof ObjectNode schema && schema.path("nullable").isBoolean()) {
            boolean nullable = schema.remove("nullable").asBoolean();
            if (nullable) {
                addNull(schema);
            }
        }
    }

    private static void addNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            var _ = Schemas.orNull(schema);
        } else if (schema.path("allOf") instanceof ArrayNode all) {
            schema.remove("allOf");
            schema.putArray("anyOf").addAll(all).add(Schemas.type("null"));
        }
    }
}
