package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsApiTest {
    private final TestingServer server = TestingServer.start();
    private final Somebody admin = server.people().admin();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsRegistrationClosedAndClientsOnlyAtFirst() {
        JsonNode settings = admin.client().get("settings").expect(200).body();

        assertThat(settings)
                .isEqualTo(TestingProgram.json("{'registrationOpen':false,'registrationRole':'client','version':1}"));
    }

    @Test
    void changesWhatIsNamedAndCounts() {
        admin.client().patch("settings", Map.of("registrationOpen", true)).expect(200);
        Answer answer = admin.client()
                .patch("settings", Map.of("registrationRole", "team_member", "version", 2))
                .expect(200);

        assertThat(answer.body())
                .isEqualTo(
                        TestingProgram.json("{'registrationOpen':true,'registrationRole':'team_member','version':3}"));
        assertThat(admin.client().get("settings").body()).isEqualTo(answer.body());
        admin.client()
                .patch("settings", Map.of("registrationOpen", true, "version", 1))
                .expect(200);
        admin.client().patch("settings", Map.of()).expect(200);
        assertThat(admin.client().get("settings").body().path("version").asLong())
                .isEqualTo(3);
    }

    @Test
    void refusesToOverwriteWhatItsAuthorHasNotSeen() {
        admin.client()
                .patch("settings", Map.of("registrationRole", "team_member"))
                .expect(200);

        Answer answer = admin.client()
                .patch("settings", Map.of("registrationRole", "client", "version", 1))
                .expect(409);

        assertThat(answer.problem()).isEqualTo("stale-version");
        assertThat(answer.body().path("current").path("version").asLong()).isEqualTo(2);
        assertThat(answer.body().path("conflicts").path(0))
                .isEqualTo(TestingProgram.json("{'field':'registrationRole','label':'Role after registration',"
                        + "'yours':'client','theirs':'team_member'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"registrationRole\":\"admin\"} | registrationRole: admin (expected: one of: client, team_member)",
                "{\"registrationRole\":null}      | registrationRole: null (expected: a value)",
                "{\"registrationOpen\":\"yes\"}   | registrationOpen: (expected: true or false)",
                "{\"open\":true}                  | open: unknown (expected one of: registrationOpen, registrationRole, version)",
            })
    void saysWhatIsExpected(String body, String detail) {
        assertThat(admin.client().patch("settings", body).expect(400).detail()).isEqualTo(detail);
    }

    @Test
    void writesBeforeAndAfterDown() {
        admin.client().patch("settings", Map.of("registrationOpen", true)).expect(200);

        assertThat(SystemStream.text(server))
                .contains("settings:updated")
                .contains("\"\"field\"\":\"\"registrationOpen\"\"")
                .contains("\"\"before\"\":false,\"\"after\"\":true");
    }

    @Test
    void isForAdmins() {
        Somebody manager = server.people().manager();

        assertThat(manager.client().get("settings").expect(403).detail()).startsWith("Only an admin");
        manager.client().patch("settings", Map.of("registrationOpen", true)).expect(403);
        server.anonymous().get("settings").expect(401);
    }
}
