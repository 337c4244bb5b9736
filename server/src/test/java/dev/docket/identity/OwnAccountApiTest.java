package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnAccountApiTest {
    private static final TestingServer server = TestingServer.start();

    private final Somebody me = server.people().client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void changesOnesOwnNameAndNothingElse() {
        Answer answer =
                me.client().patch("me", Map.of("firstName", " شیرین\u200f ")).expect(200);

        assertThat(answer.body().path("firstName").asText()).isEqualTo("شیرین\u200f");
        assertThat(me.client().get("me").body()).isEqualTo(answer.body());
        for (String other : List.of("role", "active", "email")) {
            me.client().patch("me", Map.of(other, "x")).expect(400);
        }
        assertThat(SystemStream.about(server, me.id()).getLast())
                .startsWith("user:updated شیرین")
                .contains("\"field\":\"firstName\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"firstName\":\"\"}",
                "{\"firstName\":null}",
                "{\"lastName\":\"\\u202eevil\"}",
                "{\"lastName\":\"a\\u0000\"}",
                "{\"lastName\":\"\\udc00\"}",
                "{\"lastName\":\"\\u200b\"}",
                "{\"lastName\":7}",
            })
    void refusesWhatIsNoName(String body) {
        me.client().patch("me", body).expect(400);
    }

    @Test
    void changesThePasswordAndEndsOtherLogInsOnly() {
        Somebody elsewhere = server.people().logIn(me.email(), TestingPeople.PASSWORD);

        change(TestingPeople.PASSWORD, "another password").expect(204);

        me.client().get("me").expect(200);
        assertThat(elsewhere.client().get("me").expect(401).body().path("code").asText())
                .isEqualTo("session_ended");
        logIn(TestingPeople.PASSWORD).expect(401);
        logIn("another password").expect(200);
        assertThat(SystemStream.about(server, me.id()).getLast())
                .startsWith("user:updated " + me.name())
                .contains("\"field\":\"password\"")
                .doesNotContain("another password", "argon2");
    }

    @Test
    void needsThePresentPassword() {
        Answer wrong = change("guess", "another password").expect(400);
        assertThat(wrong.detail()).isEqualTo("currentPassword: wrong (expected: your present password)");
        me.client().put("me/password", Map.of("password", "another password")).expect(400);
        me.client()
                .put("me/password", Map.of("currentPassword", TestingPeople.PASSWORD))
                .expect(400);
        assertThat(change(TestingPeople.PASSWORD, "short").expect(400).detail())
                .isEqualTo("password: 5 characters (expected: 8..128)");

        logIn(TestingPeople.PASSWORD).expect(200);
    }

    @Test
    void locksOutWhoGuessesFromAnOpenLogIn() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT_AND_ADDRESS; i++) {
            change("guess " + i, "another password").expect(400);
        }

        change(TestingPeople.PASSWORD, "another password").expect(429);
        logIn(TestingPeople.PASSWORD).expect(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🔑🔑🔑🔑🔑🔑🔑🔑", "        ", "p\u00e4ssword\u202e"})
    void takesPasswordsAsTheyAre(String password) {
        change(TestingPeople.PASSWORD, password).expect(204);

        logIn(password).expect(200);
        logIn(password + " ").expect(401);
    }

    @Test
    void takesTheLongestPassword() {
        String longest = "🔑".repeat(128);
        change(TestingPeople.PASSWORD, longest).expect(204);

        logIn(longest).expect(200);
        change(longest, longest + "🔑").expect(400);
    }

    @Test
    void takesAPasswordTypedInAnotherUnicodeForm() {
        change(TestingPeople.PASSWORD, "pa\u0308ssword").expect(204);

        logIn("p\u00e4ssword").expect(200);
    }

    @Test
    void letsOneOfTwoChangesAtOnceWin() throws Exception {
        List<Callable<Integer>> changes = List.of(
                () -> change(TestingPeople.PASSWORD, "first password").status(),
                () -> change(TestingPeople.PASSWORD, "second password").status());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses =
                    threads.invokeAll(changes).stream().map(Future::resultNow).toList();

            // The loser either saw the password change under its hands, or came when it had changed.
            assertThat(statuses).containsOnlyOnce(204).containsAnyOf(400, 409);
        }
    }

    @Test
    void needsAToken() {
        server.anonymous().patch("me", Map.of("firstName", "A")).expect(401);
        server.anonymous().put("me/password", Map.of()).expect(401);
    }

    private Answer change(String current, String password) {
        return me.client().put("me/password", Map.of("currentPassword", current, "password", password));
    }

    private Answer logIn(String password) {
        return server.anonymous().post("auth/session", Map.of("email", me.email(), "password", password));
    }
}
