package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Drafts deleted, restored, and gone for good. */
final class DeletedRequestTest {
    private static final TestingClock clock = new TestingClock();
    private static final TestingServer server = TestingServer.start(clock);

    private final TestingProgram program = TestingProgram.create(server);
    private Somebody manager = program.manager();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void showsManagersWhatWasDeletedByWhomAndUntilWhenItIsKept() {
        JsonNode draft = deleted(program.draft(client));

        JsonNode list = manager.client()
                .get(program.path("requests/deleted"))
                .expect(200)
                .body();

        JsonNode first = list.path("data").get(0);
        assertThat(first.path("key")).isEqualTo(draft.path("key"));
        assertThat(first.path("title")).isEqualTo(draft.path("title"));
        assertThat(first.path("deletedBy").path("name").asText()).isEqualTo(client.name());
        assertThat(first.path("purgedAfter").asText())
                .isEqualTo(clock.instant().plus(Duration.ofDays(30)).toString());
        assertThat(first.path("can").path("restore").asBoolean()).isTrue();
        assertThat(list.path("pagination").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void bringsADraftBackAsItWas() {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        JsonNode draft = program.draft(client, Map.of("fields", Map.of("cost", 5)));
        deleted(draft);

        JsonNode restored = manager.client()
                .post(program.path(draft, "restoration"))
                .expect(200)
                .body();

        assertThat(restored.path("version").asLong()).isEqualTo(3);
        for (String property : List.of("key", "title", "status", "fields", "creator")) {
            assertThat(restored.path(property)).isEqualTo(draft.path(property));
        }
        client.client().get(program.path(draft, "")).expect(200);
        assertThat(client.client()
                        .get(program.path(draft, "history"))
                        .body()
                        .path("data")
                        .findValuesAsText("event"))
                .containsExactly("request:created", "request:deleted", "request:created");
        assertThat(manager.client()
                        .post(program.path(draft, "restoration"))
                        .expect(409)
                        .detail())
                .isEqualTo(draft.path("key").asText() + " is not deleted.");
    }

    @Test
    void respectsLimitsAndTheArchive() {
        JsonNode draft = deleted(program.draft(client));
        program.submitted(client);
        program.set(Map.of("maxActiveRequestsPerUser", 1));

        assertThat(manager.client()
                        .post(program.path(draft, "restoration"))
                        .expect(409)
                        .problem())
                .isEqualTo("limit-reached");
        assertThat(manager.client()
                        .get(program.path("requests/deleted"))
                        .body()
                        .path("data")
                        .get(0)
                        .path("cannotRestore")
                        .asText())
                .isNotEmpty();
        program.archive();
        manager.client().post(program.path(draft, "restoration")).expect(403);
        manager.client().get(program.path("requests/deleted")).expect(200);
    }

    @Test
    void emptiesADraftAfterThirtyDaysAndKeepsItsNumberAndItsHistory() {
        JsonNode draft = program.draft(client, Map.of("title", "Secret plan", "description", "Sell it all"));
        client.client()
                .post(program.path(draft, "comments"), Map.of("body", "Do not tell"))
                .expect(201);
        client.client()
                .upload(
                        program.path(draft, "attachments"),
                        "plan.txt",
                        "text/plain",
                        "The plan".getBytes(StandardCharsets.UTF_8))
                .expect(201);
        deleted(draft);

        clock.pass(Duration.ofDays(30).minusMinutes(1));
        purge();
        assertThat(left(draft)).isNotEqualTo("||||");

        clock.pass(Duration.ofMinutes(2));
        purge();
        manager = server.people().logIn(manager.email(), dev.docket.testing.TestingPeople.PASSWORD);

        manager.client().post(program.path(draft, "restoration")).expect(404);
        assertThat(manager.client()
                        .get(program.path("requests/deleted"))
                        .expect(200)
                        .body()
                        .path("data"))
                .isEmpty();
        assertThat(left(draft)).isEqualTo("||||");
        assertThat(program.draft(manager).path("number").asInt())
                .isEqualTo(draft.path("number").asInt() + 1);
        JsonNode activity = manager.client()
                .get(program.path("activity"))
                .expect(200)
                .body()
                .path("data");
        assertThat(activity.findValuesAsText("requestKey"))
                .contains(draft.path("key").asText());
    }

    private JsonNode deleted(JsonNode draft) {
        client.client().delete(program.path(draft, "")).expect(204);
        return draft;
    }

    private static void purge() {
        server.bean(DraftPurge.class).run();
    }

    /** What people wrote and the tables still have. */
    private static String left(JsonNode request) {
        return server.database().read(tx -> {
            tx.seeEveryProgram();
            return tx.handle()
                    .createQuery("""
                            SELECT r.title || '|' || r.description || '|' || coalesce(r.rejection_reason, '') || '|'
                                || (SELECT string_agg(body, '') FROM comment WHERE request_id = r.id) || '|'
                                || (SELECT string_agg(name, '') FROM attachment WHERE request_id = r.id)
                            FROM request r WHERE r.id = :id
                            """)
                    .bind("id", TestingProgram.id(request))
                    .mapTo(String.class)
                    .one();
        });
    }
}
