package dev.docket.audit;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class AuditApiTest {
    private static final TestingServer server = TestingServer.start();
    private static final Somebody admin = server.people().admin();

    private final TestingProgram program = TestingProgram.create(server);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void saysWhoDidWhatWhenAndWhereWithLabels() {
        JsonNode request = program.draft(program.client(), Map.of("title", "Old title"));
        program.client()
                .client()
                .patch(program.path(request, ""), Map.of("title", "New title"))
                .expect(200);

        JsonNode entry = list("").path("data").get(0);

        assertThat(entry.path("event").asText()).isEqualTo("request:updated");
        assertThat(entry.path("program").path("id").asText())
                .isEqualTo(program.id().toString());
        assertThat(entry.path("request"))
                .isEqualTo(Json.tree(Map.of("id", request.path("id"), "key", request.path("key"))));
        assertThat(entry.path("actor"))
                .isEqualTo(Json.tree(Map.of(
                        "id", program.client().id(), "name", program.client().name())));
        assertThat(entry.path("changes"))
                .isEqualTo(json("[{'field':'title','label':'Title','before':'Old title','after':'New title'}]"));
        assertThat(entry.path("timestamp").asText()).endsWith("Z");
    }

    @Test
    void tellsOfUsersAndOfProgramsInOneList() {
        Somebody newcomer = server.people().teamMember();
        program.join(newcomer, "team_member");

        JsonNode about = list("subject=" + newcomer.id()).path("data");

        assertThat(about.findValuesAsText("event")).containsExactly("member:added", "user:created");
        assertThat(about.get(0).path("subject").path("name").asText()).isEqualTo(newcomer.name());
        assertThat(about.get(1).path("program").isNull()).isTrue();
    }

    @Test
    void findsByEachFilter() {
        JsonNode request = program.submitted(program.client());
        String key = request.path("key").asText();
        String id = request.path("id").asText();
        Somebody author = program.client();

        assertThat(events("program=" + program.id()))
                .containsExactly(
                        "request:status_changed", "request:created", "member:added", "member:added", "program:created");
        assertThat(events("program=system&actor=" + author.id())).isEmpty();
        assertThat(events("actor=" + author.id())).containsExactly("request:status_changed", "request:created");
        assertThat(events("request=" + key)).containsExactly("request:status_changed", "request:created");
        assertThat(events("request=" + id)).isEqualTo(events("request=" + key.toLowerCase(java.util.Locale.ROOT)));
        assertThat(events("request=" + key + "&event=request:created")).containsExactly("request:created");
        assertThat(events("request=" + key + "000")).isEmpty();
        assertThat(events("program=" + UUID.randomUUID())).isEmpty();
        assertThat(events("program=system&event=user:created&subject=" + author.id()))
                .containsExactly("user:created");
    }

    @Test
    void includesTheFromAndExcludesTheTo() {
        JsonNode request = program.submitted(program.client());
        JsonNode entries = list("request=" + request.path("key").asText()).path("data");
        String first = entries.get(1).path("timestamp").asText();
        String filter = "request=" + request.path("key").asText();

        assertThat(events(filter + "&from=" + first)).contains("request:created");
        assertThat(events(filter + "&to=" + first)).isEmpty();
        assertThat(events(filter + "&from=2100-01-01T00:00:00Z")).isEmpty();
    }

    /** Trap 4: many entries of one millisecond, and others that are written while somebody turns the pages. */
    @Test
    void trap4TurnsPagesWithoutLosingOrRepeatingWhileOthersWrite() {
        for (int i = 0; i < 5; i++) {
            program.submitted(program.client());
        }
        List<String> expected = ids(list("program=" + program.id() + "&limit=100"));
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = list("program=" + program.id() + "&limit=3" + next);
            seen.addAll(ids(page));
            next = page.path("next").isNull()
                    ? ""
                    : "&before=" + page.path("next").asText();
            program.draft(program.client());
        } while (!next.isEmpty());

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void saysAllThatItCannotRead() {
        Answer answer = admin.client()
                .get(
                        "audit?program=x&event=nothing&actor=1&subject=2&request=3&from=yesterday&to=4&before=5&limit=101");

        assertThat(answer.expect(400).body().path("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder(
                        "program", "event", "actor", "subject", "request", "from", "to", "before", "limit");
    }

    /** Trap 12: what is looked for is never a pattern. */
    @Test
    void trap12TakesNoFilterForAPattern() {
        for (String filter : List.of("request=%25", "request=O_S-1", "event=request:%25", "program=%25", "actor=%25")) {
            assertThat(admin.client().get("audit?" + filter).status())
                    .as(filter)
                    .isEqualTo(400);
        }
    }

    @Test
    void isForAdminsOnly() {
        for (String path : List.of("audit", "audit/heads", "audit/export")) {
            for (Somebody other : List.of(program.manager(), program.teamMember(), program.client())) {
                assertThat(other.client().get(path).expect(403).detail()).contains("Only an admin", "activity");
            }
            TestingClient nobody = server.anonymous();
            assertThat(nobody.get(path).status()).isEqualTo(401);
        }
    }

    /** The program's own audit: its activity, which for managers leaves nothing out. */
    @Test
    void showsManagersInTheActivityWhatTheAuditShowsOfTheirProgram() {
        JsonNode request = program.submitted(program.client());
        program.manager()
                .client()
                .post(program.path(request, "comments"), Map.of("body", "Between us", "internal", true))
                .expect(201);
        program.draft(program.teamMember());

        JsonNode activity = program.manager()
                .client()
                .get(program.path("activity?limit=100"))
                .expect(200)
                .body();

        assertThat(ids(activity)).isEqualTo(ids(list("program=" + program.id() + "&limit=100")));
    }

    @Test
    void saysWhereEveryStreamStands() {
        JsonNode heads = admin.client().get("audit/heads").expect(200).body().path("heads");
        JsonNode own = heads.valueStream()
                .filter(head -> head.path("stream").asText().equals(program.id().toString()))
                .findFirst()
                .orElseThrow();

        assertThat(own.path("seq").asLong()).isEqualTo(3);
        assertThat(own.path("hash").asText()).hasSize(64);
        assertThat(own.path("epoch").asText()).hasSize(36);
    }

    private static JsonNode list(String filter) {
        return admin.client().get("audit?" + filter).expect(200).body();
    }

    private static List<String> events(String filter) {
        return list(filter).path("data").findValuesAsText("event");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("data")
                .valueStream()
                .map(entry -> entry.path("id").asText())
                .toList();
    }
}
