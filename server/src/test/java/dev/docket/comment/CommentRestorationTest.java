package dev.docket.comment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Deletion;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class CommentRestorationTest {
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
    void bringsBackWhatItsAuthorDeletedAsItWas() {
        JsonNode comment = add(client, false);
        delete(client, comment);
        JsonNode restored = restore(client, comment).expect(200).body();

        assertThat(restored).isEqualTo(comment);
        assertThat(client.client().get(path).body().path("data").path(0)).isEqualTo(comment);
        assertThat(program.get(client, request).path("commentCount").asInt()).isEqualTo(1);
        JsonNode entry = client.client()
                .get(program.path(request, "history?limit=1"))
                .body()
                .path("data")
                .path(0);
        assertThat(entry.path("event").asText()).isEqualTo("comment:added");
        assertThat(entry.path("data").path("restored").asBoolean()).isTrue();
        assertThat(entry.path("data").path("comment").path("id")).isEqualTo(comment.path("id"));
    }

    @Test
    void isTheManagersOrWhoDeletedIt() {
        JsonNode own = add(client, false);
        delete(client, own);
        restore(teamMember, own).expect(404);
        restore(manager, own).expect(200);

        delete(manager, own);
        assertThat(restore(client, own).expect(403).detail())
                .isEqualTo("A program manager deleted this comment; only a program manager can restore it.");
        restore(program.anotherClient(), own).expect(404);
        server.anonymous().post(path + "/" + id(own) + "/restoration").expect(401);
        restore(manager, own).expect(200);
        assertThat(restore(manager, own).expect(409).detail()).isEqualTo("The comment is not deleted.");
        restore(teamMember, own).expect(409);
    }

    @Test
    void endsWithTheWindow() {
        TestingClock clock = new TestingClock();
        try (TestingServer own = TestingServer.start(clock)) {
            TestingProgram there = TestingProgram.create(own);
            Somebody author = there.client();
            String comments = there.path(there.submitted(author), "comments");
            String comment = comments + "/"
                    + id(author.client()
                            .post(comments, Map.of("body", "x"))
                            .expect(201)
                            .body());
            author.client().delete(comment).expect(204);
            clock.pass(Deletion.WINDOW.minus(Duration.ofMillis(1)));
            author.client().post(comment + "/restoration").expect(200);
            author = own.people().logIn(author.email(), TestingPeople.PASSWORD);
            author.client().delete(comment).expect(204);
            clock.pass(Deletion.WINDOW);
            assertThat(author.client()
                            .post(comment + "/restoration")
                            .expect(409)
                            .detail())
                    .contains("more than 10 minutes ago");
        }
    }

    @Test
    void trap3NoPathTellsAClientOfARestoredInternalComment() {
        JsonNode hidden = add(teamMember, true);
        delete(teamMember, hidden);
        restore(client, hidden).expect(404);
        restore(teamMember, hidden).expect(200);
        assertThat(client.client().get(program.path(request, "history")).text()).doesNotContain("comment:");
        assertThat(program.get(client, request).path("commentCount").asInt()).isZero();
        assertThat(program.get(manager, request).path("commentCount").asInt()).isEqualTo(1);
    }

    @Test
    void hidesADeletedCommentAndItsVersions() {
        JsonNode comment = add(client, false);
        client.client()
                .patch(path + "/" + id(comment), Map.of("body", "Changed"))
                .expect(200);
        delete(client, comment);
        client.client().get(path + "/" + id(comment) + "/versions").expect(404);
        client.client().patch(path + "/" + id(comment), Map.of("body", "x")).expect(404);
        manager.client().delete(path + "/" + id(comment)).expect(404);
    }

    private JsonNode add(Somebody author, boolean internal) {
        return author.client()
                .post(path, Map.of("body", "Hello", "internal", internal))
                .expect(201)
                .body();
    }

    private void delete(Somebody actor, JsonNode comment) {
        actor.client().delete(path + "/" + id(comment)).expect(204);
    }

    private Answer restore(Somebody actor, JsonNode comment) {
        return actor.client().post(path + "/" + id(comment) + "/restoration");
    }
}
