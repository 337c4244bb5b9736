package dev.docket.request;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The life cycle and the assignment over HTTP. */
final class StepApiTest {
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
    void goesTheWholeWay() {
        JsonNode completed = program.completed(client);

        assertThat(completed.path("status").asText()).isEqualTo("completed");
        assertThat(completed.path("version").asLong()).isEqualTo(5);
        assertThat(completed.path("cannot").path("approve").asText())
                .isEqualTo("A request that is completed cannot be approved; that is possible from: in review.");
    }

    @Test
    void goesTheShortWayWhereNoApprovalIsRequired() {
        TestingProgram quick = TestingProgram.create(server, Map.of("requireApproval", false));

        assertThat(quick.step(quick.manager(), quick.submitted(quick.client()), "completion")
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        program.tryStep(manager, program.submitted(client), "completion").expect(409);
    }

    @Test
    void rejectsWithAReasonAndForgetsItWhenSubmittedAgain() {
        JsonNode rejected = program.rejected(client);
        assertThat(rejected.path("status").asText()).isEqualTo("rejected");
        assertThat(program.get(client, rejected).path("rejectionReason").asText())
                .isEqualTo("Not now");

        JsonNode again = program.step(client, rejected, "submission");

        assertThat(again.path("status").asText()).isEqualTo("submitted");
        assertThat(again.path("rejectionReason").isNull()).isTrue();
    }

    @Test
    void rejectsOnlyWithAReason() {
        JsonNode submitted = program.submitted(client);
        for (String body : java.util.List.of("{}", "{'reason':'  '}", "{'reason':'" + "x".repeat(1_001) + "'}")) {
            Answer refused = manager.client()
                    .post(program.path(submitted, "rejection"), json(body))
                    .expect(400);
            assertThat(refused.body().path("errors").get(0).path("path").asText())
                    .isEqualTo("reason");
        }
    }

    @Test
    void withdrawsBeforeReviewOnly() {
        JsonNode submitted = program.submitted(client);
        JsonNode draft = client.client()
                .delete(program.path(submitted, "submission"))
                .expect(200)
                .body();
        assertThat(draft.path("status").asText()).isEqualTo("draft");

        Answer refused = client.client()
                .delete(program.path(program.inReview(client), "submission"))
                .expect(409);

        assertThat(refused.problem()).isEqualTo("transition-refused");
        assertThat(refused.body().path("rule").asText()).isEqualTo("status");
    }

    @Test
    void submitsOnlyWithRequiredFields() {
        TestingProgram strict = TestingProgram.create(server);
        strict.field(Map.of("key", "cost", "label", "Cost", "type", "number", "required", true));
        JsonNode draft = strict.draft(strict.client());
        assertThat(draft.path("cannot").path("submit").asText())
                .isEqualTo("Some required fields have no value yet: Cost.");

        Answer refused = strict.tryStep(strict.client(), draft, "submission").expect(409);

        assertThat(refused.problem()).isEqualTo("transition-refused");
        assertThat(refused.body().path("rule").asText()).isEqualTo("required-fields");
        strict.client()
                .client()
                .patch(strict.path(draft, ""), json("{'fields':{'cost':0}}"))
                .expect(200);
        strict.step(strict.client(), draft, "submission");
    }

    @Test
    void saysWhichLimitStopsIt() {
        TestingProgram small = TestingProgram.create(server, Map.of("maxActiveRequests", 1));
        JsonNode first = small.draft(small.client());
        JsonNode second = small.draft(small.teamMember());
        small.step(small.client(), first, "submission");

        Answer refused = small.tryStep(small.teamMember(), second, "submission").expect(409);

        assertThat(refused.problem()).isEqualTo("limit-reached");
        assertThat(refused.body().path("name").asText()).isEqualTo("maxActiveRequests");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(1);
        assertThat(refused.body().path("usage").asInt()).isEqualTo(1);
        small.teamMember()
                .client()
                .post(small.path("requests"), Map.of("title", "One more"))
                .expect(409);
        small.set(java.util.Collections.singletonMap("maxActiveRequests", null));
        small.step(small.teamMember(), second, "submission");
    }

    @Test
    void countsPerCreatorWhoeverSubmits() {
        TestingProgram small = TestingProgram.create(server, Map.of("maxActiveRequestsPerUser", 1));
        JsonNode first = small.draft(small.client());
        JsonNode second = small.draft(small.client());
        small.step(small.client(), first, "submission");

        Answer refused = small.tryStep(small.manager(), second, "submission").expect(409);

        assertThat(refused.body().path("name").asText()).isEqualTo("maxActiveRequestsPerUser");
        small.submitted(small.teamMember());
        client(small, first, "submission");
        small.step(small.client(), second, "submission");
    }

    @Test
    void refusesAStepSeenFromAnOlderStatus() {
        JsonNode submitted = program.submitted(client);
        JsonNode rejected = manager.client()
                .post(program.path(submitted, "rejection"), Map.of("reason", "No"))
                .expect(200)
                .body();
        program.step(client, rejected, "submission");
        Somebody admin = server.people().admin();

        Answer refused = admin.client()
                .post(program.path(submitted, "review"), Map.of("version", 2))
                .expect(409);

        assertThat(refused.problem()).isEqualTo("stale-version");
        assertThat(refused.body().path("conflicts"))
                .isEqualTo(json("[{'field':'status','label':'Status','yours':'in_review','theirs':'submitted'}]"));
        assertThat(refused.body().path("current").path("version").asLong()).isEqualTo(4);
    }

    @Test
    void takesAStepIfOnlyTheContentChangedSince() {
        JsonNode submitted = program.submitted(client);
        manager.client()
                .patch(program.path(submitted, ""), Map.of("title", "Better"))
                .expect(200);
        Somebody admin = server.people().admin();

        admin.client()
                .post(program.path(submitted, "review"), Map.of("version", 2))
                .expect(200);
    }

    @Test
    void needsNoBodyForAStep() {
        client.client().post(program.path(program.draft(client), "submission")).expect(200);
    }

    @Test
    void letsTheAssigneeEditAndComplete() {
        JsonNode request = program.assign(program.submitted(client), teamMember);
        assertThat(request.path("assignee").path("name").asText()).isEqualTo(teamMember.name());

        teamMember
                .client()
                .patch(program.path(request, ""), Map.of("title", "Checked"))
                .expect(200);
        program.step(manager, request, "review");
        program.step(manager, request, "approval");
        program.step(teamMember, request, "completion");
    }

    @Test
    void letsATeamMemberTakeWhatNobodyHas() {
        JsonNode request = program.submitted(client);

        assign(teamMember, request, "'" + teamMember.id() + "'").expect(200);

        Somebody another = program.anotherTeamMember();
        assertThat(assign(another, request, "'" + another.id() + "'")
                        .expect(403)
                        .detail())
                .isEqualTo("It is assigned already. Only a program manager can assign it to somebody else.");
        assign(teamMember, request, "null").expect(403);
        assertThat(assign(manager, request, "null")
                        .expect(200)
                        .body()
                        .path("assignee")
                        .isNull())
                .isTrue();
    }

    @Test
    void assignsOnlyToActiveStaffOfTheProgram() {
        JsonNode request = program.submitted(client);
        Somebody gone = program.anotherTeamMember();
        server.people()
                .firstAdmin()
                .client()
                .patch("users/" + gone.id(), Map.of("active", false))
                .expect(200);

        for (UUID nobody :
                java.util.List.of(client.id(), server.people().teamMember().id(), gone.id(), UUID.randomUUID())) {
            assertThat(assign(manager, request, "'" + nobody + "'").expect(400).detail())
                    .isEqualTo("userId: " + nobody + " (expected: an active staff member of the program, or null)");
        }
        assertThat(manager.client()
                        .put(program.path(request, "assignee"), Map.of())
                        .expect(400)
                        .detail())
                .isEqualTo("userId: missing (expected: the id of a user, or null)");
    }

    @Test
    void refusesAnAssignmentThatWouldUndoAnothersUnseen() {
        JsonNode request = program.submitted(client);
        program.assign(request, teamMember);
        Somebody admin = server.people().admin();

        Answer refused = admin.client()
                .put(program.path(request, "assignee"), Map.of("userId", manager.id(), "version", 2))
                .expect(409);

        assertThat(refused.body()
                        .path("conflicts")
                        .get(0)
                        .path("theirs")
                        .path("name")
                        .asText())
                .isEqualTo(teamMember.name());
    }

    @Test
    void showsADraftToWhomItIsAssigned() {
        JsonNode draft = program.draft(client);
        teamMember.client().get(program.path(draft, "")).expect(404);

        program.assign(draft, teamMember);

        teamMember.client().get(program.path(draft, "")).expect(200);
    }

    private static void client(TestingProgram in, JsonNode request, String path) {
        in.client().client().delete(in.path(request, path)).expect(200);
    }

    private static Answer assign(Somebody actor, JsonNode request, String userId) {
        return actor.client().put(program.path(request, "assignee"), json("{'userId':" + userId + "}"));
    }
}
