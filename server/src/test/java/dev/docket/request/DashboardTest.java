package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class DashboardTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody teamMember = program.teamMember();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void gathersWhatIsMineOverAllPrograms() {
        TestingProgram other = TestingProgram.create(server);
        other.join(teamMember, "team_member");
        JsonNode own = program.draft(teamMember);
        JsonNode assigned = other.assign(other.submitted(other.client()), teamMember);
        program.submitted(client);
        program.completed(teamMember);

        assertThat(keys(teamMember, "mine")).containsExactlyInAnyOrder(key(own), key(assigned));
    }

    @Test
    void asksOnlyManagersToReview() {
        JsonNode first = program.submitted(client);
        JsonNode second = program.inReview(client);
        program.approved(client);
        program.draft(client);

        assertThat(keys(manager, "toReview")).containsExactly(key(first), key(second));
        assertThat(keys(teamMember, "toReview")).isEmpty();
        assertThat(keys(client, "toReview")).isEmpty();
    }

    @Test
    void tellsWhatIsOverdueAndStillOpen() {
        JsonNode late = late(client);
        JsonNode assigned = program.assign(late(client), teamMember);
        program.draft(client, Map.of("dueDate", "2020-01-01"));
        program.draft(client, Map.of("dueDate", "2999-01-01"));

        assertThat(keys(manager, "overdue")).containsExactlyInAnyOrder(key(late), key(assigned));
        assertThat(keys(client, "overdue")).containsExactlyInAnyOrder(key(late), key(assigned));
        assertThat(keys(teamMember, "overdue")).containsExactly(key(assigned));
    }

    /** Right by right: nothing that the lists of the programs would not show. */
    @Test
    void trap14ShowsNothingThatOneMayNotSee() {
        program.field(Map.of("key", "secret", "label", "Secret", "type", "text", "visibility", "staff"));
        JsonNode own = program.submitted(client);
        JsonNode shared = program.share(program.submitted(program.anotherClient()), client);
        JsonNode foreignDraft = program.draft(program.anotherClient());
        manager.client()
                .patch(program.path(own, ""), Map.of("fields", Map.of("secret", "margin")))
                .expect(200);
        TestingProgram left = TestingProgram.create(server);
        left.join(client, "client");
        left.submitted(client);
        left.manager().client().delete(left.path("members/" + client.id())).expect(204);
        TestingProgram archived = TestingProgram.create(server);
        archived.join(client, "client");
        archived.submitted(client);
        archived.archive();

        assertThat(keys(client, "recentlyChanged")).containsExactly(key(own), key(shared));
        assertThat(client.client().get("me/dashboard").text()).doesNotContain("margin");
        assertThat(keys(teamMember, "recentlyChanged")).doesNotContain(key(foreignDraft));
        assertThat(keys(manager, "recentlyChanged")).contains(key(foreignDraft));
    }

    @Test
    void showsTenOfEachAndSaysIfThereAreMore() {
        for (int i = 0; i < 10; i++) {
            program.submitted(client);
        }
        assertThat(part(client, "mine").path("more").asBoolean()).isFalse();

        program.submitted(client);

        assertThat(part(client, "mine").path("data")).hasSize(10);
        assertThat(part(client, "mine").path("more").asBoolean()).isTrue();
    }

    private JsonNode late(Somebody author) {
        return program.step(author, program.draft(author, Map.of("dueDate", "2020-01-01")), "submission");
    }

    private static JsonNode part(Somebody viewer, String name) {
        return viewer.client().get("me/dashboard").expect(200).body().path(name);
    }

    private static List<String> keys(Somebody viewer, String part) {
        return part(viewer, part).path("data").findValuesAsText("key");
    }

    private static String key(JsonNode request) {
        return request.path("key").asText();
    }
}
