package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class HistoryFilterTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void findsByEventAndByActor() {
        JsonNode request = program.inReview(client);
        for (String path : List.of(program.path(request, "history"), program.path("activity"))) {
            assertThat(events(manager, path + "?event=request:created")).containsExactly("request:created");
            assertThat(events(manager, path + "?actor=" + client.id()))
                    .containsExactly("request:status_changed", "request:created");
            assertThat(events(manager, path + "?event=request:status_changed&actor=" + manager.id()))
                    .containsExactly("request:status_changed");
        }
    }

    @Test
    void findsByTime() {
        JsonNode request = program.submitted(client);
        String path = program.path(request, "history");
        String created = data(manager, path).get(1).path("timestamp").asText();

        assertThat(events(manager, path + "?from=" + created)).contains("request:created");
        assertThat(events(manager, path + "?to=" + created)).isEmpty();
        assertThat(events(manager, path + "?from=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(events(manager, path + "?to=2100-01-01T00:00:00Z")).hasSize(2);
    }

    @Test
    void findsOneRequestInTheActivity() {
        JsonNode request = program.submitted(client);
        program.submitted(client);

        assertThat(events(manager, program.path("activity?request=") + TestingProgram.id(request)))
                .containsExactly("request:status_changed", "request:created");
    }

    /** A filter narrows what one sees; it opens nothing. */
    @Test
    void showsClientsNothingMoreBecauseTheyFilter() {
        JsonNode own = program.submitted(client);
        JsonNode others = program.submitted(program.anotherClient());
        manager.client()
                .post(program.path(own, "comments"), Map.of("body", "Between us", "internal", true))
                .expect(201);

        assertThat(events(client, program.path("activity?request=") + TestingProgram.id(others)))
                .isEmpty();
        assertThat(events(client, program.path("activity?actor=") + manager.id()))
                .containsExactly("member:added");
        assertThat(events(client, program.path(own, "history?event=comment:added")))
                .isEmpty();
        assertThat(events(manager, program.path(own, "history?event=comment:added")))
                .containsExactly("comment:added");
    }

    /** Trap 4: what is written while somebody turns the pages neither repeats an entry nor hides one. */
    @Test
    void trap4TurnsPagesOfAFilterWhileOthersWrite() {
        JsonNode request = program.submitted(client);
        String path = program.path("activity?event=request:created&limit=1");
        JsonNode newest = manager.client().get(path).expect(200).body();
        program.submitted(client);
        program.draft(client);

        assertThat(newest.path("next").isNull()).isTrue();
        JsonNode again = manager.client().get(path).expect(200).body();
        JsonNode rest = manager.client()
                .get(program.path("activity?event=request:created&limit=10&before=")
                        + again.path("next").asLong())
                .expect(200)
                .body();
        assertThat(rest.path("data").size()).isEqualTo(2);
        assertThat(rest.path("data").get(1).path("requestId")).isEqualTo(request.path("id"));
    }

    @Test
    void saysAllThatItCannotRead() {
        JsonNode errors = manager.client()
                .get(program.path("activity?event=nothing&actor=me&request=1&from=now&to=then&before=0&limit=0"))
                .expect(400)
                .body()
                .path("errors");

        assertThat(errors.findValuesAsText("path"))
                .containsExactly("event", "actor", "request", "from", "to", "before", "limit");
        assertThat(errors.get(3).path("message").asText())
                .isEqualTo("\"now\" (expected: an instant such as 2026-01-31T08:00:00Z)");
    }

    private static List<String> events(Somebody viewer, String path) {
        return data(viewer, path).findValuesAsText("event");
    }

    private static JsonNode data(Somebody viewer, String path) {
        return viewer.client().get(path).expect(200).body().path("data");
    }
}
