package dev.docket.comment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class CommentApiTest {
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
    void addsACommentThatEverybodyConcernedReads() {
        JsonNode added =
                add(client, "  Where is it?\nStill waiting. ").expect(201).body();

        assertThat(added.path("body").asText()).isEqualTo("Where is it?\nStill waiting.");
        assertThat(added.path("author").path("id").asText())
                .isEqualTo(client.id().toString());
        assertThat(added.path("author").path("name").asText()).isEqualTo(client.name());
        assertThat(added.path("requestId")).isEqualTo(request.path("id"));
        assertThat(added.path("internal").asBoolean()).isFalse();
        assertThat(added.path("can").path("delete").asBoolean()).isTrue();
        assertThat(comments(client)).containsExactly(added);
        assertThat(bodies(teamMember)).containsExactly("Where is it?\nStill waiting.");
    }

    @Test
    void saysToEachWhatTheyMayDo() {
        add(client, "Mine").expect(201);

        assertThat(comments(client).getFirst().path("can").path("delete").asBoolean())
                .isTrue();
        assertThat(comments(manager).getFirst().path("can").path("delete").asBoolean())
                .isTrue();
        assertThat(comments(teamMember).getFirst().path("can").path("delete").asBoolean())
                .isFalse();
    }

    @Test
    void listsThemInPagesOldestFirst() {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> add(client, "Comment " + number).expect(201));

        Answer second = client.client().get(path + "?page=2&limit=2").expect(200);

        assertThat(second.body().path("data").findValuesAsText("body")).containsExactly("Comment 3", "Comment 4");
        assertThat(second.body().path("pagination").toString())
                .isEqualTo("{\"page\":2,\"limit\":2,\"total\":5,\"pages\":3}");
        assertThat(second.header("Docket-Position")).matches("[0-9a-f-]{36}:[0-9]+");
        assertThat(client.client().get(path + "?limit=101").expect(400).detail())
                .contains("101 (expected: 1..100)");
    }

    @Test
    void countsThemOnTheRequestWithoutRaisingItsVersion() {
        add(client, "Public").expect(201);
        add(manager, "Internal", true).expect(201);

        assertThat(program.get(manager, request).path("commentCount").asInt()).isEqualTo(2);
        assertThat(program.get(client, request).path("commentCount").asInt()).isEqualTo(1);
        assertThat(program.get(manager, request).path("version")).isEqualTo(request.path("version"));

        comments(manager).forEach(comment -> delete(manager, comment).expect(204));
        assertThat(program.get(manager, request).path("commentCount").asInt()).isZero();
        assertThat(program.get(client, request).path("commentCount").asInt()).isZero();
    }

    @Test
    void refusesAnInternalCommentByAClientWithTheRule() {
        Answer answer = add(client, "Secret", true).expect(403);

        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(answer.detail()).isEqualTo("Only staff of the program can write internal comments.");
        assertThat(comments(manager)).isEmpty();
    }

    @Test
    void trap3NoPathShowsAClientAnInternalComment() {
        JsonNode hidden =
                add(teamMember, "The budget is gone", true).expect(201).body();

        assertThat(comments(teamMember)).hasSize(1);
        assertThat(comments(client)).isEmpty();
        assertThat(client.client()
                        .get(path)
                        .body()
                        .path("pagination")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(delete(client, hidden).expect(404).detail()).isEqualTo("There is no such comment.");
        assertThat(program.get(client, request).path("commentCount").asInt()).isZero();
        delete(teamMember, hidden).expect(204);
        assertThat(client.client().get(program.path(request, "history")).text()).doesNotContain("comment:");
        for (String list : List.of(program.path(request, "history"), program.path("activity"))) {
            assertThat(client.client().get(list).expect(200).text())
                    .doesNotContain("budget")
                    .doesNotContain(id(hidden).toString());
            assertThat(manager.client().get(list).expect(200).text())
                    .contains("budget", "comment:added", "comment:deleted");
        }
    }

    @Test
    void recordsWhoSaidAndWhoDeletedWhat() {
        JsonNode added = add(client, "Never mind").expect(201).body();
        delete(manager, added).expect(204);

        JsonNode history = client.client()
                .get(program.path(request, "history?limit=2"))
                .expect(200)
                .body()
                .path("data");
        assertThat(history.path(0).path("event").asText()).isEqualTo("comment:deleted");
        assertThat(history.path(0).path("data").toString()).isEqualTo("{\"commentId\":\"" + id(added) + "\"}");
        assertThat(history.path(0).path("actor").path("name").asText()).isEqualTo(manager.name());
        assertThat(history.path(1).path("event").asText()).isEqualTo("comment:added");
        JsonNode comment = history.path(1).path("data").path("comment");
        assertThat(comment.path("body").asText()).isEqualTo("Never mind");
        assertThat(comment.has("can")).isFalse();
    }

    @Test
    void deletesOnesOwnAndAsAManagerAny() {
        JsonNode own = add(client, "Mine").expect(201).body();
        JsonNode others = add(teamMember, "Theirs").expect(201).body();

        assertThat(delete(client, others).expect(403).detail())
                .isEqualTo("Only its author or a program manager can delete a comment.");
        delete(client, own).expect(204);
        delete(client, own).expect(404);
        delete(manager, others).expect(204);
        assertThat(comments(manager)).isEmpty();
    }

    @Test
    void refusesWhatIsNoComment() {
        assertThat(add(client, " \n ")
                        .expect(400)
                        .body()
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("0 characters (expected: 1..5000)");
        assertThat(add(client, "x".repeat(5_001)).expect(400).detail())
                .isEqualTo("body: 5001 characters (expected: 1..5000)");
        assertThat(client.client().post(path, Map.of()).expect(400).detail())
                .isEqualTo("body: missing (expected: 1..5000)");
        client.client().post(path, Map.of("body", 5)).expect(400);
        client.client().post(path, Map.of("body", "x", "author", "somebody")).expect(400);
        client.client().post(path, "{\"body\":\"a\\u0000b\"}").expect(400);
        client.client().post(path, "{\"body\":\"a\\ud800b\"}").expect(400);
        client.client().post(path, "{\"body\":").expect(400);
        assertThat(comments(client)).isEmpty();
    }

    @Test
    void takesAsMuchAsIsAllowed() {
        add(client, "🙂".repeat(5_000)).expect(201);
        assertThat(bodies(client)).containsExactly("🙂".repeat(5_000));
    }

    @Test
    void doesNotExistForWhoMayNotSeeTheRequest() {
        Somebody stranger = server.people().manager();
        Somebody otherClient = program.anotherClient();
        for (Somebody outsider : List.of(stranger, otherClient)) {
            outsider.client().get(path).expect(404);
            add(outsider, "Hello").expect(404);
        }
        server.anonymous().get(path).expect(401);
        server.anonymous().post(path, Map.of("body", "x")).expect(401);
    }

    @Test
    void hidesTheCommentsOfOthersDraftsFromTeamMembers() {
        JsonNode draft = program.draft(client);
        teamMember.client().get(program.path(draft, "comments")).expect(404);
        teamMember
                .client()
                .post(program.path(draft, "comments"), Map.of("body", "x"))
                .expect(404);
        manager.client()
                .post(program.path(draft, "comments"), Map.of("body", "x"))
                .expect(201);
    }

    @Test
    void trap2ACommentIsFoundOnlyUnderItsOwnProgramAndRequest() {
        JsonNode comment = add(client, "Here").expect(201).body();
        TestingProgram other = TestingProgram.create(server);
        JsonNode otherRequest = other.submitted(other.manager());
        JsonNode sibling = program.submitted(client);

        other.manager()
                .client()
                .delete(other.path(otherRequest, "comments/" + id(comment)))
                .expect(404);
        other.manager()
                .client()
                .delete(other.path(request, "comments/" + id(comment)))
                .expect(404);
        manager.client()
                .delete(program.path(sibling, "comments/" + id(comment)))
                .expect(404);
        manager.client().delete(path + "/" + UUID.randomUUID()).expect(404);
        manager.client().delete(path + "/no-id").expect(404);
        assertThat(comments(client)).hasSize(1);
    }

    @Test
    void canOnlyBeReadInAnArchivedProgram() {
        TestingProgram archived = TestingProgram.create(server);
        JsonNode old = archived.submitted(archived.client());
        String comments = archived.path(old, "comments");
        JsonNode comment = archived.client()
                .client()
                .post(comments, Map.of("body", "x"))
                .expect(201)
                .body();
        archived.archive();

        assertThat(archived.client()
                        .client()
                        .post(comments, Map.of("body", "y"))
                        .expect(403)
                        .detail())
                .contains("archived");
        archived.manager().client().delete(comments + "/" + id(comment)).expect(403);
        JsonNode read = archived.client()
                .client()
                .get(comments)
                .expect(200)
                .body()
                .path("data")
                .path(0);
        assertThat(read.path("can").path("delete").asBoolean()).isFalse();
    }

    private Answer add(Somebody author, String body) {
        return author.client().post(path, Map.of("body", body));
    }

    private Answer add(Somebody author, String body, boolean internal) {
        return author.client().post(path, Map.of("body", body, "internal", internal));
    }

    private Answer delete(Somebody actor, JsonNode comment) {
        return actor.client().delete(path + "/" + id(comment));
    }

    private List<JsonNode> comments(Somebody viewer) {
        JsonNode data = viewer.client().get(path).expect(200).body().path("data");
        return IntStream.range(0, data.size()).mapToObj(data::get).toList();
    }

    private List<String> bodies(Somebody viewer) {
        return comments(viewer).stream()
                .map(comment -> comment.path("body").asText())
                .toList();
    }
}
