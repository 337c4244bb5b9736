package dev.docket.request;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over HTTP: what one sends, what one gets, what is refused. */
final class RequestApiTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody manager = program.manager();
    private static final Somebody teamMember = program.teamMember();
    private static final Somebody client = program.client();

    @BeforeAll
    static void defineFields() {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.field(Map.of("key", "secret", "label", "Secret", "type", "text", "visibility", "staff"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void createsADraftThatCarriesWhatWasWritten() {
        JsonNode draft = program.draft(
                teamMember,
                Map.of(
                        "title", "  New laptops ",
                        "priority", "high",
                        "dueDate", "2026-12-01",
                        "fields", Map.of("cost", 1200.50)));

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
        ObjectNode got = program.get(teamMember, draft).deepCopy();
        assertThat(got.remove("watching").asBoolean()).isTrue();
        assertThat(got).isEqualTo(draft);
    }

    @Test
    void answersWithThePositionOfTheStream() {
        JsonNode draft = program.draft(manager);

        Answer answer = manager.client().get(program.path(draft, "")).expect(200);

        assertThat(answer.header("Docket-Position")).matches("[0-9a-f-]{36}:[0-9]+");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(manager.client().get(program.path("requests")).header("Docket-Position"))
                .isEqualTo(answer.header("Docket-Position"));
    }

    @Test
    void numbersRequestsInOrder() {
        int first = program.draft(teamMember).path("number").asInt();
        int second = program.draft(client).path("number").asInt();

        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void saysWhatOneMayDoAndWhyNot() {
        JsonNode draft = program.draft(teamMember);

        assertThat(draft.path("can")).isEqualTo(json("""
                        {'edit':true,'checkItems':true,'delete':true,'submit':true,'withdraw':false,'review':false,'approve':false,
                         'reject':false,'complete':false,'assign':false,'assignSelf':true,'comment':true,
                         'commentInternally':true,'attach':true,'share':true,'watch':true}
                        """));
        assertThat(draft.path("cannot")).isEqualTo(json("""
                        {'withdraw':'A request that is a draft cannot be withdrawn; that is possible from: submitted.',
                         'review':'Only a program manager can take it into review.',
                         'approve':'Only a program manager can approve.',
                         'reject':'Only a program manager can reject.',
                         'complete':'Only a program manager or the assignee can complete it.',
                         'assign':'Only a program manager can assign it to somebody else.'}
                        """));
    }

    @Test
    void showsClientsNothingThatIsForStaff() {
        JsonNode draft = program.draft(client, Map.of("fields", Map.of("cost", 5)));
        manager.client()
                .patch(program.path(draft, ""), Map.of("fields", Map.of("secret", "margin")))
                .expect(200);

        Answer forClient = client.client().get(program.path(draft, "")).expect(200);
        Answer list = client.client().get(program.path("requests")).expect(200);

        assertThat(forClient.body().path("fields")).isEqualTo(json("{'cost':5}"));
        assertThat(forClient.text() + list.text())
                .doesNotContain("margin")
                .doesNotContain("secret")
                .doesNotContain("@example.test");
        assertThat(program.get(manager, draft).path("fields")).isEqualTo(json("{'cost':5,'secret':'margin'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                              | title       | missing (expected: 3..200)",
                "{'title':'ab'}                                  | title       | 2 characters (expected: 3..200)",
                "{'title':'  ab  '}                              | title       | 2 characters (expected: 3..200)",
                "{'title':'two\\nlines'}                         | title       | contains the character U+000A (expected: printable text)",
                "{'title':123}                                   | title       | (expected: text)",
                "{'title':'abc','priority':'huge'}               | priority    | huge (expected: one of: low, medium, high, urgent)",
                "{'title':'abc','dueDate':'2026-02-30'}          | dueDate     | \"2026-02-30\" (expected: a date such as 2026-11-23)",
                "{'title':'abc','fields':{'cost':'5abc'}}        | fields.cost | \"5abc\" (expected: a number)",
                "{'title':'abc','fields':{'nope':1}}             | fields.nope | unknown field (expected: one of [cost, secret])",
                "{'title':'abc','status':'approved'}             | status      | unknown (expected one of: description, dueDate, fields, priority, templateId, title)",
            })
    void refusesBadInputByName(String body, String path, String message) {
        Answer refused =
                teamMember.client().post(program.path("requests"), json(body)).expect(400);

        assertThat(refused.problem()).isEqualTo("validation");
        assertThat(refused.body().path("errors"))
                .isEqualTo(Json.tree(java.util.List.of(Map.of("path", path, "message", message))));
    }

    @Test
    void reportsAllThatIsWrongAtOnce() {
        Answer refused = teamMember
                .client()
                .post(program.path("requests"), json("{'title':'','dueDate':'soon','fields':{'cost':true,'x':1}}"))
                .expect(400);

        assertThat(refused.body().path("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder("title", "dueDate", "fields.cost", "fields.x");
    }

    @Test
    void holdsTextsUpToTheirLimits() {
        program.draft(teamMember, Map.of("title", "😀".repeat(200), "description", "x".repeat(5_000)));

        Answer refused = teamMember
                .client()
                .post(program.path("requests"), Map.of("title", "x".repeat(201), "description", "x".repeat(5_001)))
                .expect(400);

        assertThat(refused.body().path("errors").findValuesAsText("message"))
                .containsExactlyInAnyOrder("201 characters (expected: 3..200)", "5001 characters (expected: 0..5000)");
    }

    /** Staff-only fields do not exist for clients, not even in error messages. */
    @Test
    void refusesStaffOnlyFieldsToClientsAsUnknown() {
        Answer refused = client.client()
                .post(program.path("requests"), Map.of("title", "Mine", "fields", Map.of("secret", "x")))
                .expect(400);

        assertThat(refused.body().path("errors").get(0).path("message").asText())
                .isEqualTo("unknown field (expected: one of [cost])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'abc\\u0000def'", "'abc\\ud800def'"})
    void refusesTextThatNoDatabaseHolds(String title) {
        for (String body : java.util.List.of(
                "{'title':%s}".formatted(title), "{'title':'fine','fields':{'secret':%s}}".formatted(title))) {
            Answer refused = teamMember
                    .client()
                    .post(program.path("requests"), body.replace('\'', '"'))
                    .expect(400);
            assertThat(refused.problem()).isEqualTo("validation");
        }
    }

    @Test
    void keepsRightToLeftTextAsItIs() {
        String title = "\u05e9\u05dc\u05d5\u05dd \u202eabc";

        assertThat(program.draft(teamMember, Map.of("title", title))
                        .path("title")
                        .asText())
                .isEqualTo(title);
    }

    @Test
    void deletesADraftForEverybody() {
        JsonNode draft = program.draft(client);

        client.client().delete(program.path(draft, "")).expect(204);

        client.client().get(program.path(draft, "")).expect(404);
        manager.client().get(program.path(draft, "")).expect(404);
        manager.client()
                .patch(program.path(draft, ""), Map.of("title", "Again"))
                .expect(404);
        assertThat(manager.client().get(program.path("requests?limit=100")).text())
                .doesNotContain(draft.path("id").asText());
    }

    @Test
    void deletesNothingThatSomebodyElseChangedUnseen() {
        JsonNode draft = program.draft(client);
        manager.client()
                .patch(program.path(draft, ""), Map.of("title", "By the manager"))
                .expect(200);

        Answer refused = client.client()
                .with("If-Match", "\"1\"")
                .delete(program.path(draft, ""))
                .expect(409);

        assertThat(refused.body().path("conflicts"))
                .isEqualTo(json("[{'field':'title','label':'Title','yours':null,'theirs':'By the manager'}]"));
    }

    /** Trap 1: own-request access that nobody tried as the owner. */
    @Test
    void trap1TheOwnerReachesTheirOwnDraftByEveryRoute() {
        for (Somebody owner : java.util.List.of(client, teamMember)) {
            JsonNode draft = program.draft(owner);
            owner.client().get(program.path(draft, "")).expect(200);
            owner.client().get(program.path(draft, "history")).expect(200);
            owner.client()
                    .patch(program.path(draft, ""), Map.of("title", "Better"))
                    .expect(200);
            assertThat(owner.client().get(program.path("requests")).text())
                    .contains(draft.path("id").asText());
            program.step(owner, draft, "submission");
            owner.client().delete(program.path(draft, "submission")).expect(200);
            owner.client().delete(program.path(draft, "")).expect(204);
        }
    }

    /** Trap 2: a request looked up by id alone. */
    @Test
    void trap2AManagerOfAnotherProgramReachesNothingThroughTheirOwnProgram() {
        TestingProgram other = TestingProgram.create(server);
        JsonNode foreign = program.submitted(client);
        Somebody stranger = other.manager();

        stranger.client().get(other.path(foreign, "")).expect(404);
        stranger.client().get(other.path(foreign, "history")).expect(404);
        stranger.client()
                .patch(other.path(foreign, ""), Map.of("title", "Mine now"))
                .expect(404);
        stranger.client().delete(other.path(foreign, "")).expect(404);
        other.tryStep(stranger, foreign, "review").expect(404);
        stranger.client()
                .put(other.path(foreign, "assignee"), Map.of("userId", stranger.id()))
                .expect(404);
        assertThat(program.get(manager, foreign).path("version").asLong()).isEqualTo(2);
    }
}
