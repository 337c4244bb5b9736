package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Requests shared with other clients of the program. */
final class ParticipantApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody owner = program.client();
    private final Somebody participant = program.anotherClient();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void letsTheOwnerShareAndTheParticipantTakePart() {
        JsonNode request = program.submitted(owner);

        JsonNode shared = share(owner, request, participant).expect(200).body();

        assertThat(shared.path("version").asLong()).isEqualTo(3);
        assertThat(shared.path("participants").findValuesAsText("name")).containsExactly(participant.name());
        assertThat(program.get(participant, request).path("can").path("share").asBoolean())
                .isFalse();
        participant
                .client()
                .post(program.path(request, "comments"), Map.of("body", "Me too"))
                .expect(201);
        participant
                .client()
                .upload(
                        program.path(request, "attachments"),
                        "note.txt",
                        "text/plain",
                        "A note".getBytes(StandardCharsets.UTF_8))
                .expect(201);
        participant
                .client()
                .patch(program.path(request, ""), Map.of("title", "Mine now"))
                .expect(403);
        participant.client().delete(program.path(request, "submission")).expect(403);
    }

    @Test
    void showsItInListSearchHistoryAndActivity() {
        JsonNode request = program.submitted(owner);
        program.submitted(program.anotherClient());
        share(owner, request, participant).expect(200);
        String id = request.path("id").asText();

        for (String path :
                List.of("requests", "requests?q=" + request.path("key").asText())) {
            JsonNode list =
                    participant.client().get(program.path(path)).expect(200).body();
            assertThat(list.path("data").findValuesAsText("key"))
                    .containsExactly(request.path("key").asText());
            assertThat(list.path("pagination").path("total").asInt()).isEqualTo(1);
        }
        assertThat(history(participant, request))
                .containsExactly("request:updated", "request:status_changed", "request:created");
        assertThat(participant.client().get(program.path("activity")).text()).contains(id);
    }

    @Test
    void showsHistoryFromBeforeTheSharingOfAStaffRequest() {
        JsonNode request = program.submitted(program.teamMember());
        share(program.teamMember(), request, participant).expect(200);

        assertThat(history(participant, request))
                .containsExactly("request:updated", "request:status_changed", "request:created");
    }

    @Test
    void hidesADraftUntilItIsSubmittedAndAgainWhenItIsWithdrawn() {
        JsonNode draft = program.draft(owner);
        share(owner, draft, participant).expect(200);
        participant.client().get(program.path(draft, "")).expect(404);

        program.step(owner, draft, "submission");
        participant.client().get(program.path(draft, "")).expect(200);

        owner.client().delete(program.path(draft, "submission")).expect(200);
        participant.client().get(program.path(draft, "")).expect(404);
        assertThat(participant.client().get(program.path("requests")).text()).doesNotContain("\"key\"");
    }

    /** Trap 3, over REST: rights end when sharing does, on every path that showed the request. */
    @Test
    void trap3EndsOnEveryPathWhenSharingEnds() {
        JsonNode request = program.submitted(owner);
        share(owner, request, participant).expect(200);
        participant
                .client()
                .post(program.path(request, "comments"), Map.of("body", "Me too"))
                .expect(201);

        owner.client()
                .delete(program.path(request, "participants/" + participant.id()))
                .expect(204);

        for (String path : List.of("", "history", "comments", "attachments", "participants")) {
            participant.client().get(program.path(request, path)).expect(404);
        }
        assertThat(participant.client().get(program.path("requests")).text())
                .doesNotContain(request.path("id").asText());
        assertThat(participant.client().get(program.path("activity")).text())
                .doesNotContain(request.path("title").asText());
    }

    @Test
    void letsAParticipantLeave() {
        JsonNode request = program.submitted(owner);
        share(owner, request, participant).expect(200);

        participant
                .client()
                .delete(program.path(request, "participants/" + participant.id()))
                .expect(204);

        participant.client().get(program.path(request, "")).expect(404);
    }

    @Test
    void endsWithTheMembershipAndDoesNotComeBackWithANewOne() {
        JsonNode request = program.submitted(owner);
        JsonNode deleted = program.draft(owner);
        share(owner, request, participant).expect(200);
        share(owner, deleted, participant).expect(200);
        owner.client().delete(program.path(deleted, "")).expect(204);

        program.manager()
                .client()
                .delete(program.path("members/" + participant.id()))
                .expect(204);
        program.join(participant, "client");

        participant.client().get(program.path(request, "")).expect(404);
        assertThat(program.get(owner, request).path("participants")).isEmpty();
        program.manager().client().post(program.path(deleted, "restoration")).expect(200);
        assertThat(program.get(owner, deleted).path("participants")).isEmpty();
        assertThat(history(program.manager(), request)).startsWith("request:updated", "request:updated");
    }

    @Test
    void sharesOnlyWithActiveClientsOfTheProgram() {
        JsonNode request = program.submitted(owner);
        Somebody gone = program.anotherClient();
        server.people()
                .firstAdmin()
                .client()
                .patch("users/" + gone.id(), Map.of("active", false))
                .expect(200);

        assertThat(share(owner, request, program.teamMember()).expect(409).detail())
                .isEqualTo(program.teamMember().name() + " belongs to the staff, who see the request anyway.");
        assertThat(share(owner, request, gone).expect(409).detail())
                .isEqualTo(gone.name() + " is deactivated and cannot see anything.");
        assertThat(share(owner, request, owner).expect(409).detail())
                .isEqualTo(owner.name() + " filed the request and sees it anyway.");
        share(owner, request, server.people().client()).expect(404);
        owner.client()
                .delete(program.path(request, "participants/" + UUID.randomUUID()))
                .expect(404);
        assertThat(program.get(owner, request).path("version").asLong()).isEqualTo(2);
    }

    @Test
    void sharesOnceHoweverOftenItIsAsked() {
        JsonNode request = program.submitted(owner);
        share(owner, request, participant).expect(200);

        assertThat(share(owner, request, participant)
                        .expect(200)
                        .body()
                        .path("version")
                        .asLong())
                .isEqualTo(3);
        assertThat(owner.client()
                        .get(program.path(request, "participants"))
                        .expect(200)
                        .body()
                        .path("data")
                        .findValuesAsText("id"))
                .containsExactly(participant.id().toString());
    }

    /** Sharing and an edit that saw the request before it was shared are about different things. */
    @Test
    void mergesWithEdits() {
        JsonNode draft = program.draft(owner);
        share(owner, draft, participant).expect(200);

        JsonNode edited = owner.client()
                .patch(program.path(draft, ""), Map.of("title", "Better", "version", 1))
                .expect(200)
                .body();

        assertThat(edited.path("participants")).hasSize(1);
        assertThat(edited.path("version").asLong()).isEqualTo(3);
    }

    private Answer share(Somebody actor, JsonNode request, Somebody with) {
        return actor.client().put(program.path(request, "participants/" + with.id()), Map.of());
    }

    private List<String> history(Somebody viewer, JsonNode request) {
        return viewer.client()
                .get(program.path(request, "history"))
                .expect(200)
                .body()
                .path("data")
                .findValuesAsText("event");
    }
}
