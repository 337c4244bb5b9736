package dev.docket.program;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgramApiTest {
    private static final TestingServer server = TestingServer.start();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void makesItsCreatorTheManager() {
        Somebody manager = server.people().manager();

        JsonNode created = manager.client()
                .post("programs", Map.of("name", " Town Hall Repairs ", "maxActiveRequests", 5))
                .expect(201)
                .body();

        assertThat(created.path("name").asText()).isEqualTo("Town Hall Repairs");
        assertThat(created.path("key").asText()).isEqualTo("THR");
        assertThat(created.path("status").asText()).isEqualTo("active");
        assertThat(created.path("requireApproval").asBoolean()).isTrue();
        assertThat(created.path("allowClientSubmission").asBoolean()).isFalse();
        assertThat(created.path("maxActiveRequests").asInt()).isEqualTo(5);
        assertThat(created.path("myRole").asText()).isEqualTo("manager");
        assertThat(created.path("can"))
                .isEqualTo(json(
                        "{'edit':true,'archive':true,'unarchive':false,'manageMembers':true,'createRequest':true}"));
        assertThat(created.path("openRequests").asInt()).isZero();
        Answer got =
                manager.client().get("programs/" + TestingProgram.id(created)).expect(200);
        assertThat(got.body()).isEqualTo(created);
        assertThat(got.header("Docket-Position")).endsWith(":1");
    }

    @Test
    void makesKeysThatNobodyHas() {
        Somebody manager = server.people().manager();
        String first = create(manager, "Quick Quiet Quality").path("key").asText();
        String second = create(manager, "Quaint Quarrel Quota").path("key").asText();

        assertThat(first).isEqualTo("QQQ");
        assertThat(second).matches("[A-Z]{2,6}").isNotEqualTo(first);
        assertThat(manager.client()
                        .post("programs", Map.of("name", "Quorum", "key", "QQQ"))
                        .expect(409)
                        .detail())
                .isEqualTo("key: another program has it (expected: a key of its own)");
    }

    @Test
    void refusesANameThatAnotherProgramHasWhateverItsCase() {
        Somebody manager = server.people().manager();
        create(manager, "Street Lights");
        JsonNode other = create(manager, "Street Signs");

        manager.client().post("programs", Map.of("name", "STREET lights")).expect(409);
        assertThat(manager.client()
                        .patch("programs/" + TestingProgram.id(other), Map.of("name", "street LIGHTS"))
                        .expect(409)
                        .detail())
                .isEqualTo("name: another program has it (expected: a name of its own)");
        manager.client()
                .patch("programs/" + TestingProgram.id(other), Map.of("name", "STREET SIGNS"))
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | name                     | missing (expected: 2..100)",
                "{'name':'x'}                                   | name                     | 1 characters (expected: 2..100)",
                "{'name':'Fine','key':'ops'}                    | key                      | ops (expected: 2..6 capital letters)",
                "{'name':'Fine','maxActiveRequests':0}          | maxActiveRequests        | 0 (expected: 1..1000000, or null)",
                "{'name':'Fine','maxActiveRequestsPerUser':-1}  | maxActiveRequestsPerUser | -1 (expected: 1..1000000, or null)",
                "{'name':'Fine','requireApproval':'yes'}        | requireApproval          | (expected: true or false)",
                "{'name':'Fine','owner':'me'}                   | owner                    | unknown (expected one of: allowClientSubmission, complianceType, description, dueOffsetDays, dueRuleEnabled, endDate, key, maxActiveRequests, maxActiveRequestsPerUser, name, requireApproval, requireCompleteChecklists, startDate, timeZone)",
            })
    void refusesBadSettingsByName(String body, String path, String message) {
        Answer refused =
                server.people().manager().client().post("programs", json(body)).expect(400);

        assertThat(refused.body().path("errors").get(0).path("path").asText()).isEqualTo(path);
        assertThat(refused.body().path("errors").get(0).path("message").asText())
                .isEqualTo(message);
    }

    /** Trap 9, for programs: a PATCH replaces the whole object. */
    @Test
    void trap9ChangesOnlyTheSettingsNamed() {
        TestingProgram program = TestingProgram.create(
                server, Map.of("description", "Kept", "maxActiveRequests", 5, "maxActiveRequestsPerUser", 2));

        JsonNode changed = program.manager()
                .client()
                .patch(program.path(""), json("{'requireApproval':false,'maxActiveRequestsPerUser':null}"))
                .expect(200)
                .body();

        assertThat(changed.path("description").asText()).isEqualTo("Kept");
        assertThat(changed.path("maxActiveRequests").asInt()).isEqualTo(5);
        assertThat(changed.get("maxActiveRequestsPerUser").isNull()).isTrue();
        assertThat(changed.path("requireApproval").asBoolean()).isFalse();
        assertThat(changed.path("version").asLong()).isEqualTo(2);
        assertThat(program.manager()
                        .client()
                        .patch(program.path(""), json("{'requireApproval':false}"))
                        .expect(200)
                        .body()
                        .path("version")
                        .asLong())
                .as("nothing changed")
                .isEqualTo(2);
        program.manager()
                .client()
                .patch(program.path(""), json("{'name':null}"))
                .expect(400);
    }

    @Test
    void showsClientsNeitherLimitsNorStaffOnlyFields() {
        TestingProgram program = TestingProgram.create(server, Map.of("maxActiveRequests", 5));
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.field(Map.of("key", "margin", "label", "Margin", "type", "number", "visibility", "staff"));

        for (String path : List.of("programs", program.path(""), program.path("fields"))) {
            assertThat(program.client().client().get(path).expect(200).text())
                    .contains("cost")
                    .doesNotContain("margin")
                    .doesNotContain("maxActive");
        }
        assertThat(program.teamMember().client().get(program.path("")).text()).contains("margin", "maxActiveRequests");
    }

    @Test
    void listsOnesOwnProgramsAndNoOthers() {
        TestingProgram one = TestingProgram.create(server);
        TestingProgram other = TestingProgram.create(server);
        other.join(one.teamMember(), "team_member");

        assertThat(ids(one.client())).containsExactly(one.id().toString());
        assertThat(ids(one.teamMember()))
                .containsExactlyInAnyOrder(one.id().toString(), other.id().toString());
        assertThat(ids(server.people().admin()))
                .contains(one.id().toString(), other.id().toString());
        assertThat(ids(server.people().manager())).isEmpty();
    }

    @Test
    void countsTheOpenRequestsThatOneSees() {
        TestingProgram program = TestingProgram.create(server);
        program.submitted(program.client());
        program.approved(program.client());
        program.inReview(program.teamMember());
        program.draft(program.client());
        program.completed(program.client());
        program.rejected(program.client());

        assertThat(get(program, program.manager()).path("openRequests").asInt()).isEqualTo(3);
        assertThat(get(program, program.client()).path("openRequests").asInt()).isEqualTo(2);
        assertThat(get(program, program.anotherClient()).path("openRequests").asInt())
                .isZero();
    }

    @Test
    void saysWhyNoRequestCanBeCreated() {
        TestingProgram program = TestingProgram.create(server, Map.of("maxActiveRequests", 1));
        program.submitted(program.client());

        JsonNode seen = get(program, program.teamMember());

        assertThat(seen.path("can").path("createRequest").asBoolean()).isFalse();
        assertThat(seen.path("cannot").path("createRequest").asText())
                .isEqualTo("1 requests in this program are active (limit: 1). Complete or reject one,"
                        + " or ask a program manager to raise the limit.");
    }

    @Test
    void canOnlyBeReadOnceArchived() {
        TestingProgram program = TestingProgram.create(server);
        JsonNode draft = program.draft(program.client());
        JsonNode submitted = program.submitted(program.client());
        JsonNode field = program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.archive();
        Somebody manager = program.manager();
        Somebody newcomer = server.people().teamMember();

        List<Answer> refused = List.of(
                manager.client().patch(program.path(""), Map.of("name", "Another name")),
                manager.client().patch(program.path(""), Map.of("status", "archived", "name", "Another name")),
                manager.client().post(program.path("fields"), Map.of("key", "x", "label", "X", "type", "text")),
                manager.client().patch(program.path("fields/" + TestingProgram.id(field)), Map.of("label", "X")),
                manager.client().delete(program.path("fields/" + TestingProgram.id(field))),
                manager.client().post(program.path("members"), Map.of("userId", newcomer.id(), "role", "team_member")),
                manager.client()
                        .delete(program.path("members/" + program.client().id())),
                manager.client().post(program.path("requests"), Map.of("title", "One more")),
                manager.client().patch(program.path(draft, ""), Map.of("title", "Better")),
                manager.client().delete(program.path(draft, "")),
                program.tryStep(program.client(), draft, "submission"),
                program.tryStep(manager, submitted, "review"),
                manager.client().post(program.path(submitted, "rejection"), Map.of("reason", "No")),
                manager.client().put(program.path(submitted, "assignee"), Map.of("userId", manager.id())));

        assertThat(refused).extracting(Answer::status).containsOnly(403);
        assertThat(refused)
                .extracting(Answer::detail)
                .containsOnly("The program is archived and can only be read."
                        + " A program manager can make it active again.");
        program.client().client().get(program.path(draft, "")).expect(200);
        program.set(Map.of("status", "active", "name", "Awake " + program.id()));
        program.step(program.client(), draft, "submission");
    }

    @Test
    void tellsClientsWhatChangesForThem() {
        TestingProgram program = TestingProgram.create(server);
        program.set(Map.of("maxActiveRequests", 9));
        program.set(Map.of("description", "Visible"));

        JsonNode activity = program.client()
                .client()
                .get(program.path("activity"))
                .expect(200)
                .body()
                .path("data");

        assertThat(activity.findValuesAsText("event")).containsExactly("program:updated", "member:added");
        assertThat(activity.get(0).path("data").path("program").has("maxActiveRequests"))
                .isFalse();
        assertThat(activity.get(0).path("changes"))
                .isEqualTo(json("[{'field':'description','label':'Description','before':'','after':'Visible'}]"));
    }

    private static List<String> ids(Somebody viewer) {
        JsonNode data =
                viewer.client().get("programs?limit=100").expect(200).body().path("data");
        return data.valueStream().map(program -> program.path("id").asText()).toList();
    }

    private static JsonNode get(TestingProgram program, Somebody viewer) {
        return viewer.client().get(program.path("")).expect(200).body();
    }

    private static JsonNode create(Somebody manager, String name) {
        return manager.client()
                .post("programs", Map.of("name", name))
                .expect(201)
                .body();
    }
}
