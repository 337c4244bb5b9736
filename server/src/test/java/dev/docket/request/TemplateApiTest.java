package dev.docket.request;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class TemplateApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void startsARequestThatItsAuthorMayChangeAtOnce() {
        field("cost", "number", "everyone");
        field("place", "text", "everyone");
        JsonNode template = template(Map.of(
                "title", "New laptop",
                "description", "Which one?",
                "priority", "high",
                "fields", Map.of("cost", 900, "place", "Berlin")));

        JsonNode made = create(client, template, Map.of("fields", Map.of("place", "Rome")));

        assertThat(made.path("title").asText()).isEqualTo("New laptop");
        assertThat(made.path("description").asText()).isEqualTo("Which one?");
        assertThat(made.path("priority").asText()).isEqualTo("high");
        assertThat(made.path("fields")).isEqualTo(json("{'cost':900,'place':'Rome'}"));
        JsonNode changed = create(client, template, Map.of("title", "Two laptops", "priority", "low"));
        assertThat(changed.path("title").asText()).isEqualTo("Two laptops");
        assertThat(changed.path("priority").asText()).isEqualTo("low");
    }

    @Test
    void leavesTheTitleToTheAuthorIfItHasNone() {
        JsonNode template = template(Map.of("description", "Which one?"));

        Answer refused = client.client().post(program.path("requests"), Map.of("templateId", id(template)));

        assertThat(refused.expect(400).body().path("errors").get(0).path("path").asText())
                .isEqualTo("title");
    }

    @Test
    void leavesOutWhatFitsNoFieldOfToday() {
        JsonNode gone = field("gone", "text", "everyone");
        field("kept", "text", "everyone");
        JsonNode template = template(Map.of("title", "Old", "fields", Map.of("gone", "x", "kept", "y")));
        manager.client().delete(program.path("fields/" + id(gone))).expect(204);

        JsonNode seen = manager.client()
                .get(program.path("templates/" + id(template)))
                .expect(200)
                .body();

        assertThat(seen.path("fields")).isEqualTo(json("{'kept':'y'}"));
        assertThat(seen.path("outdated")).isEqualTo(json("['gone']"));
        assertThat(create(client, template, Map.of()).path("fields")).isEqualTo(json("{'kept':'y'}"));
        JsonNode edited = manager.client()
                .patch(program.path("templates/" + id(template)), Map.of("title", "Newer"))
                .expect(200)
                .body();
        assertThat(edited.path("outdated")).isEmpty();
        assertThat(edited.path("version").asLong()).isEqualTo(2);
    }

    @Test
    void keepsWhatIsForStaffFromClients() {
        field("secret", "text", "staff");
        JsonNode open = template(Map.of("title", "For all", "fields", Map.of("secret", "margin")));
        JsonNode internal = template(Map.of("title", "Internal", "visibility", "staff"));

        JsonNode list =
                client.client().get(program.path("templates")).expect(200).body();

        assertThat(list.path("data").findValuesAsText("title")).containsExactly("For all");
        assertThat(list.toString()).doesNotContain("margin").doesNotContain("outdated");
        assertThat(list.path("pagination").path("total").asInt()).isEqualTo(1);
        client.client().get(program.path("templates/" + id(internal))).expect(404);
        client.client()
                .post(program.path("requests"), Map.of("templateId", id(internal)))
                .expect(400);
        JsonNode made = create(client, open, Map.of());
        assertThat(program.get(manager, made).path("fields")).isEmpty();
        assertThat(create(manager, open, Map.of()).path("fields")).isEqualTo(json("{'secret':'margin'}"));
    }

    @Test
    void areSeenByClientsOnlyWhereTheyMayFileRequests() {
        program.set(Map.of("allowClientSubmission", false));

        client.client().get(program.path("templates")).expect(403);
        manager.client().get(program.path("templates")).expect(200);
    }

    @Test
    void belongToOneProgram() {
        TestingProgram other = TestingProgram.create(server);
        JsonNode template = template(Map.of("title", "Mine"));

        other.manager()
                .client()
                .patch(other.path("templates/" + id(template)), Map.of("title", "Taken"))
                .expect(404);
        assertThat(other.manager()
                        .client()
                        .post(other.path("requests"), Map.of("templateId", id(template)))
                        .expect(400)
                        .detail())
                .startsWith("templateId: ");
    }

    @Test
    void areCheckedLikeRequests() {
        field("cost", "number", "everyone");
        template(Map.of("name", "Laptop"));

        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("name", " "),
                Map.of("name", "x".repeat(101)),
                Map.of("name", "A", "title", "ab"),
                Map.of("name", "A", "fields", Map.of("cost", "five")),
                Map.of("name", "A", "fields", Map.of("unknown", 1)),
                Map.of("name", "A", "unknown", 1))) {
            manager.client().post(program.path("templates"), wrong).expect(400);
        }
        assertThat(manager.client()
                        .post(program.path("templates"), Map.of("name", "laptop"))
                        .expect(409)
                        .detail())
                .isEqualTo("name: another template of the program has it (expected: a name of its own)");
    }

    @Test
    void writeDownWhatManagersChange() {
        JsonNode template = template(Map.of("name", "Laptop"));
        manager.client().delete(program.path("templates/" + id(template))).expect(204);

        JsonNode activity = manager.client()
                .get(program.path("activity"))
                .expect(200)
                .body()
                .path("data");

        assertThat(activity.get(0).path("event").asText()).isEqualTo("program:updated");
        assertThat(activity.get(0).path("changes").get(0).path("label").asText())
                .isEqualTo("Laptop");
        assertThat(client.client().get(program.path("activity")).text()).doesNotContain("Laptop");
    }

    private JsonNode field(String key, String type, String visibility) {
        return program.field(Map.of("key", key, "label", key, "type", type, "visibility", visibility));
    }

    private JsonNode template(Map<String, ?> content) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("name", "Template " + UUID.randomUUID()));
        all.putAll(content);
        return manager.client().post(program.path("templates"), all).expect(201).body();
    }

    private JsonNode create(Somebody author, JsonNode template, Map<String, ?> content) {
        Map<String, Object> all = new java.util.HashMap<>(content);
        all.put("templateId", id(template));
        return author.client().post(program.path("requests"), all).expect(201).body();
    }

    private static UUID id(JsonNode entity) {
        return TestingProgram.id(entity);
    }
}
