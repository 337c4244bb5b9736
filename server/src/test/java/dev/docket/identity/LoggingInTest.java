package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class LoggingInTest {
    private static final TestingServer server = TestingServer.start();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void letsSomebodyInWithTheRightPassword() {
        Somebody manager = server.people().manager();

        var answer = manager.client().get("me").expect(200);

        assertThat(answer.body().path("email").asText()).isEqualTo(manager.email());
        assertThat(answer.body().path("role").asText()).isEqualTo("manager");
    }

    @Test
    void refusesAWrongPassword() {
        Somebody client = server.people().client();

        var answer = server.anonymous()
                .post("auth/session", Map.of("email", client.email(), "password", "wrong password"))
                .expect(401);

        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.body().path("code").asText()).isEqualTo("credentials");
    }
}
