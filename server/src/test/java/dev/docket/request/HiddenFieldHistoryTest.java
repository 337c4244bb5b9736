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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A field that is for staff only today is not readable for clients in what was written down before. */
final class HiddenFieldHistoryTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody client = program.client();
    private final JsonNode field = program.field(Map.of("key", "margin", "label", "Our margin", "type", "text"));
    private final JsonNode request = program.draft(client, Map.of("fields", Map.of("margin", "seventeen percent")));

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void hidesOldValuesOfAFieldThatBecameStaffOnly() {
        patch(client, "{'title':'Another title','fields':{'margin':'eighteen percent'}}");
        patch(client, "{'fields':{'margin':'nineteen percent'}}");
        assertThat(history(client).text()).contains("seventeen", "eighteen", "nineteen", "Our margin");

        editField("{'visibility':'staff'}");

        for (Answer seen : List.of(history(client), activity(client))) {
            assertThat(seen.text())
                    .doesNotContain("percent")
                    .doesNotContain("margin")
                    .contains("Another title");
        }
        assertThat(events(history(client)))
                .as("an entry of which nothing is left is not shown")
                .containsExactly("request:updated", "request:created");
        assertThat(history(manager).text()).contains("seventeen", "eighteen", "nineteen", "Our margin");
    }

    @Test
    void staysSilentWhenThatFieldIsRemoved() {
        editField("{'visibility':'staff'}");
        manager.client()
                .delete(program.path("fields/" + TestingProgram.id(field)))
                .expect(204);

        assertThat(history(client).text()).doesNotContain("percent").doesNotContain("margin");
        assertThat(activity(client).text()).doesNotContain("percent").doesNotContain("margin");
    }

    @Test
    void keepsWhatWasAlwaysForEveryoneEvenIfItIsRemoved() {
        manager.client()
                .delete(program.path("fields/" + TestingProgram.id(field)))
                .expect(204);

        assertThat(history(client).text()).contains("seventeen percent");
    }

    @Test
    void showsNothingOfStaffOnlyDaysOnceTheFieldIsForEveryone() {
        editField("{'visibility':'staff'}");
        patch(manager, "{'fields':{'margin':'secret percent'}}");
        patch(manager, "{'fields':{'margin':'known percent'}}");
        editField("{'visibility':'everyone'}");

        assertThat(history(client).text()).contains("seventeen").doesNotContain("secret percent");
        assertThat(program.get(client, request).path("fields")).isEqualTo(json("{'margin':'known percent'}"));
    }

    /** The refusal of an outdated change quotes what others changed. */
    @Test
    void quotesNoHiddenValueInAConflict() {
        JsonNode seen = patch(manager, "{'fields':{'margin':'others percent'}}");
        editField("{'visibility':'staff'}");
        patch(manager, "{'title':'By the manager'}");

        Answer refused = client.client()
                .with("If-Match", "\"" + (seen.path("version").asLong() - 1) + "\"")
                .delete(program.path(request, ""))
                .expect(409);

        assertThat(refused.text()).contains("By the manager").doesNotContain("percent");
    }

    private JsonNode patch(Somebody author, String body) {
        return author.client()
                .patch(program.path(request, ""), json(body))
                .expect(200)
                .body();
    }

    private void editField(String body) {
        manager.client()
                .patch(program.path("fields/" + TestingProgram.id(field)), json(body))
                .expect(200);
    }

    private Answer history(Somebody viewer) {
        return viewer.client().get(program.path(request, "history")).expect(200);
    }

    private Answer activity(Somebody viewer) {
        return viewer.client().get(program.path("activity")).expect(200);
    }

    private static List<String> events(Answer history) {
        return history.body().path("data").findValuesAsText("event");
    }
}
