package dev.docket.request;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class RequestApiTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody manager = program.manager();
    private static final Somebody teamMember = program.teamMember();
    private static final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void createsADraftThatCarriesWhatWasWritten() {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));

        JsonNode draft = program.draft(
                teamMember,
                Map.of(
                        "title",
                        "  New laptops ",
                        "priority",
                        "high",
                        "dueDate",
                        "2026-12-01",
                        "fields",
                        Map.of("cost", 1200.50)));

        assertThat(draft.path("title").asText()).isEqualTo("New laptops");
        assertThat(draft.path("key").asText())
                .endsWith("-" + draft.path("number").asInt());
        assertThat(draft.path("status").asText()).isEqualTo("draft");
        assertThat(draft.path("priority").asText()).isEqualTo("high");
        assertThat(draft.path("dueDate").asText()).isEqualTo("2026-12-01");
        assertThat(draft.path("fields")).isEqualTo(json("{'cost':1200.5}"));
        assertThat(draft.path("creator").path("name").asText()).isEqualTo(teamMember.name());
        assertThat(draft.path("assignee").isNull()).isTrue();
        assertThat(draft.path("version").asLong()).isEqualTo(1);
        assertThat(draft.path("can").path("submit").asBoolean()).isTrue();
        assertThat(draft.path("cannot").path("approve").asText()).isEqualTo("Only a program manager can approve.");
        assertThat(program.get(teamMember, draft)).isEqualTo(draft);
    }

    @Test
    void goesTheWholeWayOfTheLifeCycle() {
        JsonNode completed = program.completed(client);

        assertThat(completed.path("status").asText()).isEqualTo("completed");
        assertThat(completed.path("version").asLong()).isEqualTo(5);
    }

    @Test
    void answersWithThePositionOfTheStream() {
        JsonNode draft = program.draft(manager);

        var answer = manager.client().get(program.path(draft, "")).expect(200);

        assertThat(answer.header("Docket-Position")).matches("[0-9a-f-]{36}:[0-9]+");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    }
}
