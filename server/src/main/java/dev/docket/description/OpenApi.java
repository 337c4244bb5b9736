package dev.docket.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Paging;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The compiler's OpenAPI file made whole: OpenAPI 3.1, with refusals, limits and examples. */
final class OpenApi {
    private OpenApi() {}

    static void complete(ObjectNode api, CompiledCode code, ObjectNode examples) {
        ObjectNode schemas = (ObjectNode) api.path("components").path("schemas");
        schemas.set("Problem", Refusals.schema());
        schemas.set("JsonValue", anyJson());
        Set<String> answers = new TreeSet<>(Set.of("Problem"));
        api.path("paths")
                .forEach(path -> path.forEach(
                        operation -> answers.addAll(Schemas.reachable(operation.path("responses"), schemas))));
        new Nullability(code, answers).settle(schemas);
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                complete(operation.getKey(), path.getKey(), (ObjectNode) operation.getValue(), code);
            }
        }
        ((ObjectNode) api.path("components")).set("responses", Refusals.responses());
        examples.properties().forEach(example -> {
            ObjectNode schema = (ObjectNode) schemas.required(example.getKey());
            schema.putArray("examples").add(example.getValue());
        });
        Nullability.rewrite(api);
        schemas.forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("type", "object");
            }
        });
        api.put("openapi", "3.1.0");
    }

    private static void complete(String method, String path, ObjectNode operation, CompiledCode code) {
        boolean open = code.isOpen(operation.path("operationId").asText());
        if (open) {
            operation.putArray("security");
        }
        operation.path("parameters").forEach(parameter -> limit((ObjectNode) parameter));
        operation.path("responses").properties().forEach(response -> {
            if (response.getValue().path("description").asText().endsWith(" response")) {
                ((ObjectNode) response.getValue()).put("description", words(response.getKey()));
            }
        });
        Refusals.addTo(method, path, operation, open);
    }

    /** Left out is left out; no parameter is ever null. */
    private static void limit(ObjectNode parameter) {
        ObjectNode schema = (ObjectNode) parameter.path("schema");
        schema.remove("nullable");
        String name = parameter.path("name").asText();
        if (parameter.path("in").asText().equals("path") && name.endsWith("Id")) {
            schema.put("format", "uuid");
        } else if (name.equals("limit")) {
            schema.put("minimum", 1);
            if (!schema.has("maximum")) {
                schema.put("maximum", Paging.MAX_LIMIT);
            }
        } else if (schema.path("type").asText().equals("integer")) {
            schema.put("minimum", 1);
        }
    }

    private static String words(String status) {
        return switch (status) {
            case "201" -> "Created";
            case "204" -> "Done";
            default -> "The answer";
        };
    }

    private static ObjectNode anyJson() {
        ObjectNode schema = Schemas.type("string").put("description", "Any JSON value");
        ArrayNode types = schema.putArray("type");
        Set.of("string", "number", "boolean", "object", "array", "null").stream()
                .sorted()
                .forEach(types::add);
        return schema;
    }
}
