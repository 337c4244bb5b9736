package dev.docket.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.Contract;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the description of the API owes its readers. That it is true is shown by every answer in RightsMatrixTest. */
final class ApiContractTest {
    private static final TestingServer server = TestingServer.start();
    private static final Contract contract = Contract.ofTheApi();
    /** Bounded by what they list: ten of each, people of one program, open log-ins of one user, fields, participants. */
    private static final List<String> SHORT_LISTS = List.of(
            "GET /me/dashboard",
            "GET /me/sessions",
            "GET /users/{userId}/sessions",
            "GET /programs/{programId}/fields",
            "GET /programs/{programId}/members",
            "GET /programs/{programId}/requests/{requestId}/mentionable",
            "GET /programs/{programId}/requests/{requestId}/participants");

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void speaksOpenApi31() {
        JsonNode api = contract.description();

        assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(api.findValues("nullable")).isEmpty();
        assertThat(server.anonymous().get("openapi.yml").expect(200).text()).contains("openapi: 3.1.0");
    }

    /** Trap 13: whole aggregates without a limit. */
    @Test
    void trap13AnswersNoListWithoutALimitThatCanGrow() {
        assertThat(operations()
                        .filter(operation -> operation.getKey().startsWith("GET "))
                        .filter(operation ->
                                contract.answered(operation.getKey()).contains("data"))
                        .filter(operation -> operation
                                .getValue()
                                .path("parameters")
                                .valueStream()
                                .noneMatch(parameter ->
                                        parameter.path("name").asText().equals("limit")))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(SHORT_LISTS);
    }

    @Test
    void namesAndSumsUpEachOperation() {
        List<String> ids = operations()
                .map(operation -> operation.getValue().path("operationId").asText())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        operations().forEach(operation -> {
            assertThat(operation.getValue().path("summary").asText())
                    .as(operation.getKey())
                    .isNotBlank();
            assertThat(operation.getValue().path("tags")).as(operation.getKey()).isNotEmpty();
        });
    }

    @Test
    void saysOfEachOperationHowItIsRefused() {
        operations().forEach(operation -> {
            JsonNode responses = operation.getValue().path("responses");
            assertThat(responses.path("default").path("$ref").asText())
                    .as(operation.getKey())
                    .isEqualTo("#/components/responses/Problem");
            assertThat(responses.has("404"))
                    .as(operation.getKey())
                    .isEqualTo(operation.getKey().contains("{"));
            assertThat(responses.has("413"))
                    .as(operation.getKey())
                    .isEqualTo(operation.getValue().has("requestBody"));
        });
    }

    @Test
    void saysWhichOperationsNeedNoToken() {
        operations().forEach(operation -> {
            Answer answer = anonymously(operation.getKey(), operation.getValue());
            boolean refused = answer.body().path("code").asText().equals("token_missing");
            JsonNode security = operation.getValue().path("security");

            assertThat(refused).as("%s: %s", operation.getKey(), answer.text()).isEqualTo(security.isMissingNode());
            assertThat(operation.getValue().path("responses").has("401"))
                    .as(operation.getKey())
                    .isEqualTo(security.isMissingNode());
        });
    }

    @Test
    void givesExamplesThatAreValid() {
        Map<String, JsonNode> bodies = new java.util.TreeMap<>();
        operations().forEach(operation -> {
            JsonNode schema = operation
                    .getValue()
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            if (schema.has("$ref")) {
                String name = schema.path("$ref").asText().replaceAll(".*/", "");
                bodies.put(
                        name,
                        contract.description()
                                .path("components")
                                .path("schemas")
                                .path(name)
                                .path("examples"));
            }
        });

        assertThat(bodies).isNotEmpty();
        bodies.forEach((name, examples) -> {
            assertThat(examples).as("example of " + name).isNotEmpty();
            examples.forEach(example -> contract.checkExample(name, example));
        });
    }

    @Test
    void requiresWhatMustBeThereAndAllowsNullOnlyWhereItSaysSomething() {
        JsonNode schemas = contract.description().path("components").path("schemas");
        JsonNode body = schemas.path("NewComment").path("properties").path("body");

        assertThat(body.path("type").asText()).isEqualTo("string");
        assertThat(schemas.path("Assignment").path("properties").path("userId").path("type"))
                .hasToString("[\"string\",\"null\"]");
        assertThat(schemas.path("Request").path("required").toString()).contains("\"assignee\"");
        assertThat(schemas.path("Comment").path("required").toString()).doesNotContain("\"can\"");
        assertThat(schemas.path("NewRequest")
                        .path("properties")
                        .path("title")
                        .path("maxLength")
                        .asInt())
                .isEqualTo(200);
    }

    private static Answer anonymously(String route, JsonNode operation) {
        String[] parts = route.split(" ", 2);
        String path =
                "/api/v1" + parts[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        boolean takesFile = operation.path("requestBody").path("content").has("multipart/form-data");
        return takesFile
                ? server.anonymous().upload(path, "note.txt", "text/plain", new byte[1])
                : server.anonymous().send(parts[0], path, "{}");
    }

    private static Stream<Map.Entry<String, JsonNode>> operations() {
        return contract.operations().stream().map(route -> {
            String[] parts = route.split(" ", 2);
            return Map.entry(
                    route,
                    contract.description()
                            .path("paths")
                            .path("/api/v1" + parts[1])
                            .path(parts[0].toLowerCase(java.util.Locale.ROOT)));
        });
    }
}
