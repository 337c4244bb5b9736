package dev.docket.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pieces of JSON Schema (2020-12), and what the schemas of a description refer to. */
final class Schemas {
    static final String PREFIX = "#/components/schemas/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    static ObjectNode ref(String name) {
        return JSON.objectNode().put("$ref", PREFIX + name);
    }

    static ObjectNode type(String type) {
        return JSON.objectNode().put("type", type);
    }

    static ObjectNode id() {
        return type("string").put("format", "uuid");
    }

    static ObjectNode instant() {
        return type("string").put("format", "date-time");
    }

    static ObjectNode oneOf(String... texts) {
        ObjectNode schema = type("string");
        List.of(texts).forEach(schema.putArray("enum")::add);
        return schema;
    }

    static ObjectNode listOf(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode anyOf(ObjectNode... schemas) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray("anyOf").addAll(List.of(schemas));
        return schema;
    }

    static ObjectNode orNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        return anyOf(schema, type("null"));
    }

    /** An object of these properties and no others; add them with {@link #with}. */
    static ObjectNode object() {
        ObjectNode schema = type("object");
        schema.putObject("properties");
        schema.putArray("required");
        return schema.put("additionalProperties", false);
    }

    static ObjectNode with(ObjectNode object, String name, ObjectNode property) {
        ((ArrayNode) object.path("required")).add(name);
        return withOptional(object, name, property);
    }

    static ObjectNode withOptional(ObjectNode object, String name, ObjectNode property) {
        ((ObjectNode) object.path("properties")).set(name, property);
        return object;
    }

    /** The names of all schemas that {@code root} refers to, and those that these refer to. */
    static Set<String> reachable(JsonNode root, JsonNode schemas) {
        Set<String> names = new TreeSet<>();
        collect(root, schemas, names);
        return names;
    }

    private static void collect(JsonNode node, JsonNode schemas, Set<String> names) {
        String ref = node.path("$ref").asText();
        if (ref.startsWith(PREFIX) && names.add(ref.substring(PREFIX.length()))) {
            JsonNode schema = schemas.path(ref.substring(PREFIX.length()));
            if (schema.isMissingNode()) {
                throw new IllegalStateException("schema: " + ref + " (expected: one of the API's)");
            }
            collect(schema, schemas, names);
        }
        node.forEach(child -> collect(child, schemas, names));
    }
}
