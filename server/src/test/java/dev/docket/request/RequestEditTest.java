package dev.docket.request;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partial changes, and what happens when two people change the same request. */
final class RequestEditTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody manager = program.manager();
    private static final Somebody teamMember = program.teamMember();

    @BeforeAll
    static void defineFields() {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.field(Map.of("key", "note", "label", "Note", "type", "text"));
        program.field(Map.of("key", "secret", "label", "Secret", "type", "text", "visibility", "staff"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void changesWhatItNamesAndNothingElse() {
        JsonNode draft = program.draft(
                teamMember,
                Map.of(
                        "description", "As it is",
                        "dueDate", "2026-12-01",
                        "fields", Map.of("cost", 5, "note", "kept")));

        JsonNode edited =
                edit(teamMember, draft, "{'title':'Another title'}").expect(200).body();

        assertThat(edited.path("title").asText()).isEqualTo("Another title");
        assertThat(edited.path("description").asText()).isEqualTo("As it is");
        assertThat(edited.path("dueDate").asText()).isEqualTo("2026-12-01");
        assertThat(edited.path("fields")).isEqualTo(json("{'cost':5,'note':'kept'}"));
        assertThat(edited.path("version").asLong()).isEqualTo(2);
    }

    /** Trap 9: editing one custom field erases the others. */
    @Test
    void trap9LeavesOtherCustomFieldsAlone() {
        JsonNode draft = program.draft(teamMember, Map.of("fields", Map.of("cost", 5, "note", "kept")));

        JsonNode edited =
                edit(teamMember, draft, "{'fields':{'cost':6}}").expect(200).body();

        assertThat(edited.path("fields")).isEqualTo(json("{'cost':6,'note':'kept'}"));
    }

    /** Trap 9, the other way: a client that does not see a field must not erase it. */
    @Test
    void trap9KeepsStaffOnlyValuesWhenAClientEdits() {
        JsonNode draft = program.draft(program.client(), Map.of("fields", Map.of("note", "mine")));
        edit(manager, draft, "{'fields':{'secret':'ours'}}").expect(200);

        JsonNode forClient = edit(program.client(), draft, "{'fields':{'note':'changed'}}")
                .expect(200)
                .body();

        assertThat(forClient.path("fields")).isEqualTo(json("{'note':'changed'}"));
        assertThat(program.get(manager, draft).path("fields")).isEqualTo(json("{'note':'changed','secret':'ours'}"));
    }

    @Test
    void takesValuesAwayWithNull() {
        JsonNode draft =
                program.draft(teamMember, Map.of("dueDate", "2026-12-01", "fields", Map.of("cost", 5, "note", "x")));

        JsonNode edited = edit(teamMember, draft, "{'dueDate':null,'fields':{'cost':null,'note':'  '}}")
                .expect(200)
                .body();

        assertThat(edited.path("dueDate").isNull()).isTrue();
        assertThat(edited.path("fields")).isEqualTo(json("{}"));
    }

    @Test
    void leavesNoTraceIfNothingChanges() {
        JsonNode draft = program.draft(teamMember, Map.of("fields", Map.of("cost", 5)));
        int entries = history(draft).size();

        JsonNode same = edit(
                        teamMember,
                        draft,
                        "{'title':'" + draft.path("title").asText() + "','fields':{'cost':5.0},'version':1}")
                .expect(200)
                .body();

        assertThat(same.path("version").asLong()).isEqualTo(1);
        assertThat(same.path("updatedAt")).isEqualTo(draft.path("updatedAt"));
        assertThat(history(draft)).hasSize(entries);
    }

    @Test
    void mergesEditsOfDifferentFields() {
        JsonNode draft = program.draft(teamMember, Map.of("fields", Map.of("cost", 5, "note", "old")));
        edit(manager, draft, "{'title':'By the manager','fields':{'note':'new'},'version':1}")
                .expect(200);

        JsonNode merged = edit(teamMember, draft, "{'description':'By the author','fields':{'cost':6},'version':1}")
                .expect(200)
                .body();

        assertThat(merged.path("title").asText()).isEqualTo("By the manager");
        assertThat(merged.path("description").asText()).isEqualTo("By the author");
        assertThat(merged.path("fields")).isEqualTo(json("{'cost':6,'note':'new'}"));
        assertThat(merged.path("version").asLong()).isEqualTo(3);
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseChangedSince() {
        JsonNode draft = program.draft(teamMember, Map.of("fields", Map.of("cost", 5)));
        edit(manager, draft, "{'title':'By the manager','fields':{'cost':6}}").expect(200);

        Answer refused = edit(teamMember, draft, "{'priority':'high','title':'Mine','fields':{'cost':7},'version':1}")
                .expect(409);

        assertThat(refused.problem()).isEqualTo("stale-version");
        assertThat(refused.body().path("conflicts")).isEqualTo(json("""
                        [{'field':'title','label':'Title','yours':'Mine','theirs':'By the manager'},
                         {'field':'fields.cost','label':'Cost','yours':7,'theirs':6}]
                        """));
        ObjectNode got = program.get(teamMember, draft).deepCopy();
        assertThat(refused.body().path("current")).isEqualTo(got.without("watching"));
        assertThat(refused.body().path("current").path("priority").asText()).isEqualTo("medium");
    }

    @Test
    void agreesIfBothWroteTheSame() {
        JsonNode draft = program.draft(teamMember);
        edit(manager, draft, "{'title':'The same'}").expect(200);

        edit(teamMember, draft, "{'title':'The same','version':1}").expect(200);
    }

    @Test
    void doesNotCallOnesOwnEarlierChangeAConflict() {
        JsonNode draft = program.draft(teamMember);
        edit(teamMember, draft, "{'title':'First thought','version':1}").expect(200);

        edit(teamMember, draft, "{'title':'Second thought','version':1}").expect(200);
    }

    @Test
    void appliesSimplyIfNoVersionIsSaid() {
        JsonNode draft = program.draft(teamMember);
        edit(manager, draft, "{'title':'By the manager'}").expect(200);

        JsonNode edited =
                edit(teamMember, draft, "{'title':'By the author'}").expect(200).body();

        assertThat(edited.path("title").asText()).isEqualTo("By the author");
    }

    @Test
    void takesTheVersionFromIfMatchToo() {
        JsonNode draft = program.draft(teamMember);
        edit(manager, draft, "{'title':'By the manager'}").expect(200);

        assertThat(editMatching(draft, "\"1\"", "{'title':'Mine'}").problem()).isEqualTo("stale-version");
        assertThat(editMatching(draft, "\"2\"", "{'title':'Mine'}").status()).isEqualTo(200);
        assertThat(editMatching(draft, "*", "{'title':'Mine again'}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2      | not a version (expected: a number in quotes, such as \"5\")",
                "\"x\"  | not a version (expected: a number in quotes, such as \"5\")",
                "\"99\" | 99 (expected: 1..1)",
                "\"0\"  | 0 (expected: 1..1)"
            })
    void refusesVersionsThatAreNone(String ifMatch, String message) {
        Answer refused = editMatching(program.draft(teamMember), ifMatch, "{'title':'Mine'}")
                .expect(400);

        assertThat(refused.body().path("errors").get(0).path("message").asText())
                .isEqualTo(message);
    }

    @Test
    void keepsRequiredFieldsFilledWhileSomebodyLooksAtIt() {
        TestingProgram strict = TestingProgram.create(server);
        strict.field(Map.of("key", "cost", "label", "Cost", "type", "number", "required", true));
        JsonNode submitted = strict.step(
                strict.client(), strict.draft(strict.client(), Map.of("fields", Map.of("cost", 5))), "submission");

        Answer refused = strict.manager()
                .client()
                .patch(strict.path(submitted, ""), json("{'fields':{'cost':null}}"))
                .expect(400);

        assertThat(refused.detail()).isEqualTo("fields.cost: no value (expected: one, Cost is required)");
    }

    private static JsonNode history(JsonNode request) {
        return manager.client()
                .get(program.path(request, "history"))
                .expect(200)
                .body()
                .path("data");
    }

    private static Answer edit(Somebody author, JsonNode request, String body) {
        return author.client().patch(program.path(request, ""), json(body));
    }

    private static Answer editMatching(JsonNode request, String ifMatch, String body) {
        return teamMember.client().with("If-Match", ifMatch).patch(program.path(request, ""), json(body));
    }
}
