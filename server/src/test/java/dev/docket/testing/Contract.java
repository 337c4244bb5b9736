package dev.docket.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.docket.common.Json;
import dev.docket.testing.TestingClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a description (OpenAPI or AsyncAPI) promises, held against what is really sent. Stricter than the description: a
 * property that it does not name is a difference, too.
 */
public final class Contract {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode description;
    private final JsonNode components;
    private final Map<String, Schema> schemas = new HashMap<>();

    private Contract(String file) {
        try (InputStream yaml = Contract.class.getResourceAsStream(file)) {
            this.description = new YAMLMapper().readTree(Objects.requireNonNull(yaml, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close(description.path("components").path("schemas"));
        ObjectNode all = Json.mapper().createObjectNode();
        all.set("schemas", description.path("components").path("schemas"));
        this.components = all;
    }

    public static Contract ofTheApi() {
        return new Contract("/META-INF/swagger/docket.yml");
    }

    public static Contract ofEvents() {
        return new Contract("/META-INF/asyncapi/docket.yml");
    }

    public JsonNode description() {
        return description;
    }

    /** As {@code GET /programs/{programId}}, without the {@code /api/v1} before. */
    public List<String> operations() {
        List<String> all = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replace("/api/v1", ""))));
        return all;
    }

    /** @param route as {@link #operations} writes it */
    public JsonNode operation(String route) {
        String[] parts = route.split(" ", 2);
        return description.path("paths").path("/api/v1" + parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    /** The names of all properties, at any depth, that a route may answer when all goes well. */
    public Set<String> answered(String route) {
        Set<String> names = new TreeSet<>();
        Set<String> refs = new TreeSet<>();
        operation(route).path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> collectProperties(response.getValue(), names, refs));
        return names;
    }

    private void collectProperties(JsonNode node, Set<String> names, Set<String> refs) {
        node.path("properties").fieldNames().forEachRemaining(names::add);
        if (node.has("$ref") && refs.add(node.path("$ref").asText())) {
            collectProperties(resolved(node), names, refs);
        }
        node.forEach(part -> collectProperties(part, names, refs));
    }

    /** @param route as {@link #operations} writes it */
    public void check(String route, Answer answer) {
        JsonNode responses = operation(route).path("responses");
        String status = Integer.toString(answer.status());
        JsonNode response = resolved(responses.path(responses.has(status) ? status : "default"));
        String what = route + ": " + answer.status();
        if (answer.status() < 400 && !responses.has(status)) {
            throw new AssertionError(what + " is not described");
        }
        JsonNode content = response.path("content");
        String type = answer.header("Content-Type").replaceAll(";.*", "");
        if (content.isMissingNode() ? answer.bytes().length > 0 : !content.has(type) && !content.has("*/*")) {
            throw new AssertionError(what + ": " + type + " (expected: " + content + ")");
        }
        if (type.equals("application/json") || type.equals("application/problem+json")) {
            check(what, content.path(type).path("schema"), answer.body());
        }
    }

    /** The names of all messages. */
    public List<String> messages() {
        return description
                .path("components")
                .path("messages")
                .valueStream()
                .map(message -> message.path("name").asText())
                .toList();
    }

    public void checkMessage(String name, JsonNode payload) {
        JsonNode message = description.path("components").path("messages").path(name.replace(':', '.'));
        if (message.isMissingNode()) {
            throw new AssertionError(name + " is not described");
        }
        check(name, message.path("payload"), payload);
    }

    /** @param schema the name of one of the components */
    public void checkExample(String schema, JsonNode value) {
        check(schema, Json.tree(Map.of("$ref", "#/components/schemas/" + schema)), value);
    }

    private void check(String what, JsonNode schema, JsonNode value) {
        List<Error> errors = schemas.computeIfAbsent(schema.toString(), _ -> compiled(schema))
                .validate(value);
        if (!errors.isEmpty()) {
            throw new AssertionError(what + " differs from its description: " + errors + "\n" + value);
        }
    }

    private Schema compiled(JsonNode schema) {
        if (!schema.isObject()) {
            throw new AssertionError("schema: " + schema + " (expected: an object)");
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return REGISTRY.getSchema(whole);
    }

    private JsonNode resolved(JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : description.at(ref.substring(1));
    }

    private static void close(JsonNode node) {
        node.forEach(Contract::close);
        if (node instanceof ObjectNode schema && schema.has("properties") && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
    }
}
