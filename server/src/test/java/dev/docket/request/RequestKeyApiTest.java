package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see which is in the rights matrix. */
final class RequestKeyApiTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void findsARequestByWhatPeopleCallIt() {
        JsonNode draft = program.draft(program.client());
        String key = draft.path("key").asText();
        assertThat(key).matches("[A-Z]{2,6}-[1-9][0-9]*");

        for (String written : new String[] {key, key.toLowerCase(Locale.ROOT)}) {
            JsonNode place = program.client()
                    .client()
                    .get("requests/" + written)
                    .expect(200)
                    .body();
            assertThat(place.path("programId").asText()).isEqualTo(program.id().toString());
            assertThat(place.path("requestId")).isEqualTo(draft.path("id"));
            assertThat(place.path("key").asText()).isEqualTo(key);
            assertThat(place.path("title")).isEqualTo(draft.path("title"));
        }
        program.client().client().delete(program.path(draft, "")).expect(204);
        program.client().client().get("requests/" + key).expect(404);
        program.manager().client().get("requests/" + key).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KEY", "KEY-", "KEY-0", "KEY-01", "KEY-1x", "KEY-9999999999", "-1", "KEY-1-1", "KEY%20-1"})
    void findsNothingUnderWhatIsNoKey(String form) {
        JsonNode draft = program.draft(program.client());
        String key = draft.path("key").asText().split("-", 2)[0];

        assertThat(program.client()
                        .client()
                        .get("requests/" + form.replace("KEY", key))
                        .expect(404)
                        .detail())
                .isEqualTo("There is no such request.");
    }
}
