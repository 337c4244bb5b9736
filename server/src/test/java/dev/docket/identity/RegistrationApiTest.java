package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RegistrationApiTest {
    private final TestingClock clock = new TestingClock();
    private final TestingServer server = TestingServer.start(clock);
    private final TestingClient stranger = server.anonymous();
    private final Somebody admin = server.people().firstAdmin();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isClosedUntilAnAdminOpensIt() {
        assertThat(options().path("registration").asBoolean()).isFalse();
        Answer refused = register("ada@example.test").expect(403);
        assertThat(refused.detail()).isEqualTo("Registration is closed here. An admin can create an account for you.");

        open("client");

        assertThat(options().path("registration").asBoolean()).isTrue();
        register("ada@example.test").expect(202);
        assertThat(server.people()
                        .logIn("ada@example.test", TestingPeople.PASSWORD)
                        .role())
                .isEqualTo(Role.CLIENT);
    }

    @Test
    void givesTheRoleThatTheAdminChoseAndNoOther() {
        open("team_member");

        register("tim@example.test").expect(202);
        stranger.post("auth/registration", person("eve@example.test", Map.of("role", "admin")))
                .expect(400);

        assertThat(server.people()
                        .logIn("tim@example.test", TestingPeople.PASSWORD)
                        .role())
                .isEqualTo(Role.TEAM_MEMBER);
        logIn("eve@example.test").expect(401);
    }

    @Test
    void answersTheSameForATakenAddressAndLeavesItsAccountAlone() {
        open("client");
        Answer fresh = register("new@example.test").expect(202);
        Answer taken = stranger.post(
                        "auth/registration", person(admin.email().toUpperCase(java.util.Locale.ROOT), Map.of()))
                .expect(202);

        assertThat(taken.text()).isEqualTo(fresh.text()).isEmpty();
        assertThat(taken.headers().map().keySet())
                .isEqualTo(fresh.headers().map().keySet());
        assertThat(admin.client().get("me").expect(200).body().path("role").asText())
                .isEqualTo("admin");
        logIn(admin.email()).expect(401);
    }

    @Test
    void namesAllThatIsWrong() {
        open("client");

        Answer answer = stranger.post(
                        "auth/registration",
                        Map.of(
                                "email",
                                "nobody",
                                "firstName",
                                "\u202eA",
                                "lastName",
                                " ",
                                "password",
                                "🔑🔑🔑🔑🔑🔑🔑"))
                .expect(400);

        assertThat(answer.body().path("errors").findValuesAsText("path"))
                .containsExactly("email", "firstName", "lastName", "password");
        stranger.post("auth/registration", "{\"firstName\":\"a\\u0000b\"}").expect(400);
        stranger.post("auth/registration", "{\"firstName\":\"a\\ud800\"}").expect(400);
        stranger.post("auth/registration", "{}").expect(400);
    }

    @Test
    void isPacedByAddress() {
        open("client");
        for (int i = 0; i < AccessLimits.REGISTRATIONS_PER_ADDRESS; i++) {
            register("user" + i + "@example.test").expect(202);
        }

        Answer refused = register("one.more@example.test").expect(429);

        clock.pass(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        register("one.more@example.test").expect(202);
    }

    @Test
    void writesTheNewUserDownInTheirOwnName() {
        open("client");
        register("ada@example.test").expect(202);
        register("ada@example.test").expect(202);

        Somebody ada = server.people().logIn("ada@example.test", TestingPeople.PASSWORD);
        assertThat(SystemStream.about(server, ada.id()))
                .singleElement()
                .asString()
                .startsWith("user:created Ada Byron")
                .doesNotContain("argon2");
    }

    private JsonNode options() {
        return stranger.get("auth/options").expect(200).body();
    }

    private void open(String role) {
        admin.client()
                .patch("settings", Map.of("registrationOpen", true, "registrationRole", role))
                .expect(200);
    }

    private Answer register(String email) {
        return stranger.post("auth/registration", person(email, Map.of()));
    }

    private Answer logIn(String email) {
        return stranger.post("auth/session", Map.of("email", email, "password", TestingPeople.PASSWORD));
    }

    private static Map<String, Object> person(String email, Map<String, ?> more) {
        Map<String, Object> person = new HashMap<>(
                Map.of("email", email, "firstName", "Ada", "lastName", "Byron", "password", TestingPeople.PASSWORD));
        person.putAll(more);
        return person;
    }
}
