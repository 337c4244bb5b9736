package dev.docket.comment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Where somebody is mentioned, over all programs: nothing that one may not read there. */
final class MentionListTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody teamMember = program.teamMember();
    private final Somebody client = program.client();
    private final JsonNode request = program.submitted(client);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void tellsWhoMentionsMeWhereAndHowItBeginsNewestFirst() {
        TestingProgram other = TestingProgram.create(server);
        other.join(teamMember, "team_member");
        JsonNode there = other.submitted(other.client());
        JsonNode first = mention(program, request, client, teamMember, "please **look** at\n\n- the lamp");
        JsonNode second = mention(other, there, other.manager(), teamMember, "x".repeat(300));
        mention(program, request, client, manager, "not you");

        JsonNode page = mentions(teamMember, "");
        JsonNode newest = page.at("/data/0");
        JsonNode oldest = page.at("/data/1");

        assertThat(page.at("/pagination/total").asInt()).isEqualTo(2);
        assertThat(newest.path("commentId")).isEqualTo(second.path("id"));
        assertThat(newest.path("excerpt").asText()).hasSize(200).endsWith("x…");
        assertThat(oldest.path("commentId")).isEqualTo(first.path("id"));
        assertThat(oldest.at("/author/name").asText()).isEqualTo(client.name());
        assertThat(oldest.path("excerpt").asText()).isEqualTo("@" + teamMember.name() + " please look at the lamp");
        assertThat(oldest.path("createdAt")).isEqualTo(first.path("createdAt"));
        assertThat(oldest.at("/request/programId").asText())
                .isEqualTo(program.id().toString());
        assertThat(oldest.at("/request/requestId")).isEqualTo(request.path("id"));
        assertThat(oldest.at("/request/key")).isEqualTo(request.path("key"));
        assertThat(oldest.at("/request/title")).isEqualTo(request.path("title"));
    }

    @Test
    void goesThroughThemPageByPage() {
        JsonNode older = mention(program, request, client, teamMember, "one");
        JsonNode newer = mention(program, request, client, teamMember, "two");

        assertThat(ids(mentions(teamMember, "?limit=1"))).containsExactly(text(newer, "id"));
        assertThat(ids(mentions(teamMember, "?limit=1&page=2"))).containsExactly(text(older, "id"));
        assertThat(mentions(teamMember, "?limit=1&page=3").path("data")).isEmpty();
        teamMember.client().get("me/mentions?limit=101").expect(400);
        server.anonymous().get("me/mentions").expect(401);
    }

    @Test
    void forgetsWhatWasEditedAwayOrDeletedAndKnowsWhatCameBack() {
        JsonNode edited = mention(program, request, client, teamMember, "at first");
        JsonNode deleted = mention(program, request, client, teamMember, "for a while");
        client.client().patch(path(edited), Map.of("body", "Never mind")).expect(200);
        client.client().delete(path(deleted)).expect(204);
        assertThat(ids(mentions(teamMember, ""))).isEmpty();

        client.client().patch(path(edited), Map.of("body", to(teamMember))).expect(200);
        client.client().post(path(deleted) + "/restoration", Map.of()).expect(200);
        assertThat(ids(mentions(teamMember, ""))).containsExactly(text(deleted, "id"), text(edited, "id"));
    }

    @Test
    void trap3ShowsNothingOfAProgramThatOneWasRemovedFrom() {
        JsonNode comment = mention(program, request, client, teamMember, "look");
        removeFromProgram(teamMember);
        assertThat(mentions(teamMember, "").toString()).doesNotContain(text(request, "title"));
        assertThat(ids(mentions(teamMember, ""))).isEmpty();

        program.join(teamMember, "team_member");
        assertThat(ids(mentions(teamMember, ""))).containsExactly(text(comment, "id"));
    }

    /** Whoever once was of the staff was mentioned there, too. */
    @Test
    void trap3ShowsClientsNothingInternal() {
        JsonNode open = mention(program, request, client, teamMember, "for everybody");
        JsonNode internal = teamMember
                .client()
                .post(program.path(request, "comments"), Map.of("body", to(teamMember), "internal", true))
                .expect(201)
                .body();
        assertThat(ids(mentions(teamMember, ""))).containsExactly(text(internal, "id"), text(open, "id"));
        assertThat(mentions(teamMember, "").at("/data/0/internal").asBoolean()).isTrue();

        removeFromProgram(teamMember);
        server.people()
                .admin()
                .client()
                .patch("users/" + teamMember.id(), Map.of("role", "client"))
                .expect(200);
        program.join(teamMember, "client");
        program.share(request, teamMember);

        assertThat(ids(mentions(teamMember, ""))).containsExactly(text(open, "id"));
    }

    @Test
    void showsClientsOnlyWhatIsStillTheirs() {
        Somebody participant = program.anotherClient();
        program.share(request, participant);
        JsonNode shared = mention(program, request, client, participant, "look");
        assertThat(ids(mentions(participant, ""))).containsExactly(text(shared, "id"));

        client.client().delete(program.path(request, "submission")).expect(200);
        assertThat(ids(mentions(participant, ""))).isEmpty();

        program.step(client, request, "submission");
        assertThat(ids(mentions(participant, ""))).containsExactly(text(shared, "id"));

        client.client()
                .delete(program.path(request, "participants/" + participant.id()))
                .expect(204);
        assertThat(ids(mentions(participant, ""))).isEmpty();
    }

    @Test
    void leavesOutDeletedRequestsAndArchivedPrograms() {
        JsonNode draft = program.assign(program.draft(client), teamMember);
        JsonNode onDraft = mention(program, draft, client, teamMember, "soon");
        JsonNode onRequest = mention(program, request, client, teamMember, "now");
        assertThat(ids(mentions(teamMember, ""))).containsExactly(text(onRequest, "id"), text(onDraft, "id"));

        client.client().delete(program.path(draft, "")).expect(204);
        assertThat(ids(mentions(teamMember, ""))).containsExactly(text(onRequest, "id"));

        program.archive();
        assertThat(ids(mentions(teamMember, ""))).isEmpty();
    }

    @Test
    void showsAdminsMentionsInProgramsWhereTheyAreNoMembers() {
        Somebody admin = server.people().admin();
        JsonNode comment = mention(program, request, manager, admin, "a question");
        assertThat(ids(mentions(admin, ""))).containsExactly(text(comment, "id"));
    }

    private void removeFromProgram(Somebody member) {
        manager.client().delete(program.path("members/" + member.id())).expect(204);
    }

    private String path(JsonNode comment) {
        return program.path(request, "comments/" + id(comment));
    }

    private static JsonNode mention(
            TestingProgram program, JsonNode request, Somebody author, Somebody whom, String words) {
        return author.client()
                .post(program.path(request, "comments"), Map.of("body", to(whom) + " " + words))
                .expect(201)
                .body();
    }

    private static String to(Somebody whom) {
        return "[@" + whom.name() + "](user:" + whom.id() + ")";
    }

    private static JsonNode mentions(Somebody viewer, String query) {
        return viewer.client().get("me/mentions" + query).expect(200).body();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("data").findValuesAsText("commentId");
    }

    private static String text(JsonNode entity, String property) {
        return entity.path(property).asText();
    }
}
