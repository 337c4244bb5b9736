package dev.docket.comment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class CommentEditTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody manager = program.manager();
    private static final Somebody teamMember = program.teamMember();
    private static final Somebody client = program.client();

    private final JsonNode request = program.submitted(client);
    private final String path = program.path(request, "comments");

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void changesTheTextAndKeepsTheEarlierOnes() {
        JsonNode added = add(client, "First", false);
        JsonNode second = edit(client, added, "*Second*").expect(200).body();
        edit(client, added, "Third").expect(200);

        assertThat(second.path("html").asText()).isEqualTo("<p><em>Second</em></p>\n");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("editedAt").isNull()).isFalse();
        assertThat(second.path("createdAt")).isEqualTo(added.path("createdAt"));
        JsonNode newest = teamMember
                .client()
                .get(versions(added) + "?limit=1")
                .expect(200)
                .body();
        assertThat(newest.path("data").findValuesAsText("body")).containsExactly("*Second*");
        assertThat(newest.path("data").path(0).path("html")).isEqualTo(second.path("html"));
        assertThat(newest.path("data").path(0).path("writtenAt")).isEqualTo(second.path("editedAt"));
        JsonNode older = client.client()
                .get(versions(added) + "?before=" + newest.path("next").asLong())
                .expect(200)
                .body();
        assertThat(older.path("data").findValuesAsText("body")).containsExactly("First");
        assertThat(older.path("data").path(0).path("writtenAt")).isEqualTo(added.path("createdAt"));
        assertThat(older.path("next").isNull()).isTrue();
    }

    @Test
    void tellsEverybodyByAnEventThatEqualsWhatTheyRead() {
        JsonNode added = add(client, "First", false);
        edit(client, added, "Second").expect(200);

        JsonNode entry = newest(manager);
        assertThat(entry.path("event").asText()).isEqualTo("comment:updated");
        JsonNode read =
                manager.client().get(path).expect(200).body().path("data").path(0);
        assertThat(entry.path("data").path("comment")).isEqualTo(((ObjectNode) read.deepCopy()).without("can"));
        assertThat(program.get(manager, request).path("version")).isEqualTo(request.path("version"));
        assertThat(program.get(manager, request).path("commentCount").asInt()).isEqualTo(1);
    }

    @Test
    void leavesNoTraceOfAnEditThatChangesNothing() {
        JsonNode added = add(client, "Same", false);
        assertThat(edit(client, added, " Same ")
                        .expect(200)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(newest(client).path("event").asText()).isEqualTo("comment:added");
    }

    @Test
    void isTheAuthorsAlone() {
        JsonNode added = add(client, "Mine", false);
        for (Somebody other : new Somebody[] {manager, teamMember}) {
            assertThat(edit(other, added, "Theirs").expect(403).detail())
                    .isEqualTo("Only its author can edit a comment.");
        }
        assertThat(added.path("can").path("edit").asBoolean()).isTrue();
        assertThat(manager.client()
                        .get(path)
                        .body()
                        .path("data")
                        .path(0)
                        .path("can")
                        .toString())
                .isEqualTo("{\"edit\":false,\"delete\":true}");
        edit(program.anotherClient(), added, "x").expect(404);
        edit(server.people().manager(), added, "x").expect(404);
        server.anonymous().patch(path + "/" + id(added), Map.of("body", "x")).expect(401);
        server.anonymous().get(versions(added)).expect(401);
    }

    @Test
    void refusesToOverwriteAnEditThatItsAuthorHadNotSeen() {
        JsonNode added = add(client, "First", false);
        edit(client, added, "From the phone").expect(200);

        Answer stale = client.client()
                .with("If-Match", "\"1\"")
                .patch(path + "/" + id(added), Map.of("body", "From the desk"))
                .expect(409);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(stale.body().path("current").path("body").asText()).isEqualTo("From the phone");
        assertThat(stale.body().path("conflicts").path(0).path("yours").asText())
                .isEqualTo("From the desk");
        client.client()
                .patch(path + "/" + id(added), Map.of("body", "x", "version", 9))
                .expect(400);
        client.client()
                .with("If-Match", "\"2\"")
                .patch(path + "/" + id(added), Map.of("body", "From the desk"))
                .expect(200);
    }

    @Test
    void refusesWhatIsNoEdit() {
        JsonNode added = add(client, "First", false);
        edit(client, added, " ").expect(400);
        edit(client, added, "x".repeat(5_001)).expect(400);
        client.client().patch(path + "/" + id(added), Map.of()).expect(400);
        client.client().get(versions(added) + "?limit=101").expect(400);
        client.client().get(versions(added) + "?before=0").expect(400);
        assertThat(client.client()
                        .patch(path + "/" + id(added), Map.of("body", "x", "internal", true))
                        .expect(400)
                        .detail())
                .contains("internal");
    }

    @Test
    void trap3NoPathShowsAClientAnEarlierTextOfAnInternalComment() {
        JsonNode hidden = add(teamMember, "The budget is gone", true);
        edit(teamMember, hidden, "The budget is fine").expect(200);

        client.client().get(versions(hidden)).expect(404);
        edit(client, hidden, "x").expect(404);
        assertThat(client.client().get(program.path(request, "history")).text())
                .doesNotContain("budget")
                .doesNotContain("comment:");
        assertThat(client.client().get(program.path("activity")).text()).doesNotContain("budget");
        assertThat(manager.client().get(versions(hidden)).expect(200).text()).contains("is gone");
    }

    @Test
    void trap2IsFoundOnlyUnderItsOwnRequest() {
        JsonNode added = add(client, "Here", false);
        JsonNode sibling = program.submitted(client);
        String elsewhere = program.path(sibling, "comments/" + id(added));
        client.client().patch(elsewhere, Map.of("body", "x")).expect(404);
        client.client().get(elsewhere + "/versions").expect(404);
        client.client().post(elsewhere + "/restoration").expect(404);
    }

    @Test
    void listsByCursorAlsoBehindADeletedOne() {
        for (int i = 1; i <= 4; i++) {
            add(i == 2 ? teamMember : client, "Comment " + i, i == 2);
        }
        JsonNode first = client.client().get(path + "?limit=2").expect(200).body();
        assertThat(first.path("data").findValuesAsText("body")).containsExactly("Comment 1", "Comment 3");
        String cursor = first.path("next").asText();
        client.client().delete(path + "/" + cursor).expect(204);
        JsonNode rest =
                client.client().get(path + "?after=" + cursor).expect(200).body();
        assertThat(rest.path("data").findValuesAsText("body")).containsExactly("Comment 4");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(rest.path("pagination").path("total").asInt()).isEqualTo(2);

        String hidden = manager.client()
                .get(path)
                .body()
                .path("data")
                .path(1)
                .path("id")
                .asText();
        client.client().get(path + "?after=" + hidden).expect(400);
        teamMember.client().get(path + "?after=" + hidden).expect(200);
        client.client().get(path + "?after=no-id").expect(400);
        client.client().get(path + "?page=1&after=" + cursor).expect(400);
    }

    private JsonNode add(Somebody author, String body, boolean internal) {
        return author.client()
                .post(path, Map.of("body", body, "internal", internal))
                .expect(201)
                .body();
    }

    private Answer edit(Somebody actor, JsonNode comment, String body) {
        return actor.client().patch(path + "/" + id(comment), Map.of("body", body));
    }

    private String versions(JsonNode comment) {
        return path + "/" + id(comment) + "/versions";
    }

    private JsonNode newest(Somebody viewer) {
        return viewer.client()
                .get(program.path(request, "history?limit=1"))
                .expect(200)
                .body()
                .path("data")
                .path(0);
    }
}
