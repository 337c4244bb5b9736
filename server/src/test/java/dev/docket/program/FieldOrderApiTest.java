package dev.docket.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FieldOrderApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Map<String, String> ids = new HashMap<>();

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void defineFields() {
        List.of("a", "b", "c").forEach(key -> add(key, "everyone"));
        add("secret", "staff");
    }

    @Test
    void putsAllFieldsIntoTheOrderGiven() {
        Answer ordered = order(manager, null, "c", "secret", "a", "b").expect(200);

        assertThat(ordered.body().path("data").findValuesAsText("key")).containsExactly("c", "secret", "a", "b");
        assertThat(ordered.body().path("data").findValuesAsText("position")).containsExactly("0", "1", "2", "3");
        assertThat(keys(program.client())).containsExactly("c", "a", "b");
    }

    @Test
    void leavesNoTraceIfTheOrderStays() {
        long version = version();

        order(manager, null, "a", "b", "c", "secret").expect(200);

        assertThat(version()).isEqualTo(version);
    }

    @Test
    void refusesAnOrderThatIsNotOfTheFieldsThatThereAre() {
        assertThat(order(manager, null, "c", "b", "a").expect(409).detail())
                .isEqualTo("fieldIds: 3 fields (expected: exactly the 4 that the program has now; load them again)");
        assertThat(order(manager, null, "a", "a", "b", "c", "secret")
                        .expect(400)
                        .detail())
                .isEqualTo("fieldIds: a field more than once (expected: each field once)");
        manager.client().put(program.path("fields/order"), Map.of()).expect(400);
        manager.client()
                .put(program.path("fields/order"), Map.of("fieldIds", List.of("x")))
                .expect(400);

        manager.client().delete(program.path("fields/" + ids.get("b"))).expect(204);
        order(manager, null, "c", "b", "a", "secret").expect(409);
        order(manager, null, "c", "a", "secret").expect(200);
    }

    /** Two managers who drag at once: the second learns that the order is another one by now. */
    @Test
    void refusesToOverwriteAnOrderThatAnotherManagerMadeSince() {
        Somebody other = program.join(server.people().manager(), "manager");
        long seen = version();
        order(other, null, "b", "a", "c", "secret").expect(200);

        assertThat(order(manager, seen, "c", "b", "a", "secret").expect(409).problem())
                .isEqualTo("stale-version");
        assertThat(keys(manager)).containsExactly("b", "a", "c", "secret");

        other.client()
                .patch(program.path("fields/" + ids.get("c")), Map.of("position", 0))
                .expect(200);
        order(manager, seen + 1, "a", "b", "c", "secret").expect(409);
        order(manager, version(), "a", "b", "c", "secret").expect(200);
    }

    @Test
    void tellsClientsNothingOfFieldsThatTheyDoNotSee() {
        order(manager, null, "secret", "c", "b", "a").expect(200);

        JsonNode newest = program.client()
                .client()
                .get(program.path("activity?limit=1"))
                .expect(200)
                .body()
                .at("/data/0");

        assertThat(newest.path("event").asText()).isEqualTo("program:updated");
        assertThat(newest.toString()).doesNotContain("secret");
    }

    private void add(String key, String visibility) {
        JsonNode field = program.field(Map.of("key", key, "label", key, "type", "text", "visibility", visibility));
        ids.put(key, TestingProgram.id(field).toString());
    }

    private Answer order(Somebody author, @Nullable Long seen, String... keys) {
        List<String> order = new ArrayList<>();
        for (String key : keys) {
            order.add(ids.get(key));
        }
        Map<String, Object> body = new HashMap<>(Map.of("fieldIds", order));
        if (seen != null) {
            body.put("version", seen);
        }
        return author.client().put(program.path("fields/order"), body);
    }

    private long version() {
        return manager.client().get(program.path("")).body().path("version").asLong();
    }

    private List<String> keys(Somebody viewer) {
        return viewer.client().get(program.path("fields")).body().path("data").findValuesAsText("key");
    }
}
