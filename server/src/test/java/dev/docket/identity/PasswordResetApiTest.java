package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordResetApiTest {
    private static final String NEW_PASSWORD = "a new password";

    private final TestingClock clock = new TestingClock();
    private final TestingServer server =
            TestingServer.start(Map.of("DOCKET_PUBLIC_URL", "https://docket.example.test"), clock);
    private final Somebody admin = server.people().admin();
    private final Somebody user = server.people().client();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void setsANewPasswordByTheLinkOnce() {
        Answer link = issue(user).expect(201);

        assertThat(URI.create(link.body().path("link").asText()))
                .hasScheme("https")
                .hasHost("docket.example.test")
                .hasPath("/reset-password")
                .hasNoQuery();
        assertThat(Instant.parse(link.body().path("expiresAt").asText()))
                .isEqualTo(clock.instant().plus(PasswordResets.LIFETIME));
        assertThat(link.header("Cache-Control")).isEqualTo("no-store");
        use(token(link)).expect(204);

        logIn(TestingPeople.PASSWORD).expect(401);
        logIn(NEW_PASSWORD).expect(200);
        assertThat(use(token(link))
                        .expect(400)
                        .body()
                        .path("errors")
                        .path(0)
                        .path("path")
                        .asText())
                .isEqualTo("token");
    }

    @Test
    void endsEveryLogInOfTheUser() {
        use(token(issue(user))).expect(204);

        assertThat(user.client().get("me").expect(401).body().path("code").asText())
                .isEqualTo("session_ended");
        admin.client().get("me").expect(200);
    }

    @Test
    void endsAfterAnHour() {
        String token = token(issue(user));
        clock.pass(PasswordResets.LIFETIME);

        use(token).expect(400);
    }

    @Test
    void diesWithANewerOne() {
        String older = token(issue(user));
        String newer = token(issue(user));

        use(older).expect(400);
        use(newer).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"active\":false}", "{\"email\":\"other@example.test\"}"})
    void diesWhenTheAccountChanges(String change) {
        String token = token(issue(user));
        admin.client().patch("users/" + user.id(), change).expect(200);
        admin.client().patch("users/" + user.id(), Map.of("active", true)).expect(200);

        use(token).expect(400);
    }

    @Test
    void succeedsForOneOfManyWhoComeWithTheSameLink() throws Exception {
        String token = token(issue(user));
        Callable<Integer> attempt = () -> use(token).status();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = threads
                    .invokeAll(IntStream.range(0, 6).mapToObj(_ -> attempt).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 400);
        }
    }

    @Test
    void refusesWhatIsNoTokenAndNoPassword() {
        String token = token(issue(user));

        use(token.substring(0, token.length() - 1)).expect(400);
        use("").expect(400);
        use("x".repeat(10_000)).expect(400);
        Answer answer = server.anonymous()
                .put("auth/password", Map.of("token", token, "password", "short"))
                .expect(400);
        assertThat(answer.detail()).isEqualTo("password: 5 characters (expected: 8..128)");
        server.anonymous().put("auth/password", Map.of()).expect(400);
        use(token).expect(204);
    }

    @Test
    void isOnlyForAdminsToIssueAndOnlyForActiveUsers() {
        Somebody manager = server.people().manager();
        manager.client().post("users/" + user.id() + "/password-reset").expect(403);
        server.anonymous().post("users/" + user.id() + "/password-reset").expect(401);
        admin.client()
                .post("users/0199e8a0-0000-7000-8000-000000000000/password-reset")
                .expect(404);
        admin.client().patch("users/" + user.id(), Map.of("active", false)).expect(200);

        assertThat(issue(user).expect(409).detail()).contains("Activate the account first");
    }

    @Test
    void answersTheSameWhetherThereIsSuchAUserOrNot() {
        Answer known = request(user.email()).expect(202);
        Answer unknown = request("nobody@example.test").expect(202);

        assertThat(known.text()).isEqualTo(unknown.text()).isEmpty();
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        request("no address").expect(400);
        request("a\u202e@example.test").expect(400);
    }

    @Test
    void writesDownWhatWasAskedForAndDoneAndNoSecret() {
        request(user.email()).expect(202);
        String token = token(issue(user));
        use(token).expect(204);

        List<String> entries = SystemStream.about(server, user.id());
        assertThat(entries.get(1)).startsWith("user:password_reset_requested " + user.name());
        assertThat(entries.get(2)).startsWith("user:password_reset_issued " + admin.name());
        assertThat(entries.get(3))
                .startsWith("user:updated " + user.name())
                .contains("\"field\":\"password\"", "\"after\":\"changed\"");
        assertThat(SystemStream.text(server)).doesNotContain(token, NEW_PASSWORD, "argon2");
    }

    @Test
    void isPacedByAccountWhetherThereIsOneOrNot() {
        for (String email : List.of(user.email(), "nobody@example.test")) {
            for (int i = 0; i < AccessLimits.RESET_REQUESTS_PER_ACCOUNT; i++) {
                request(email).expect(202);
            }
            Answer refused = request(email).expect(429);
            assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 3601L);
        }
    }

    @Test
    void isPacedByAddressWhenTokensAreGuessed() {
        for (int i = 0; i < AccessLimits.RESETS_PER_ADDRESS; i++) {
            use("guess " + i).expect(400);
        }
        String token = token(issue(user));

        Answer refused = use(token).expect(429);

        clock.pass(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        use(token).expect(204);
    }

    @Test
    void opensALockedAccountForItsOwner() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT_AND_ADDRESS; i++) {
            logIn("guess " + i).expect(401);
        }
        logIn(TestingPeople.PASSWORD).expect(429);

        use(token(issue(user))).expect(204);

        logIn(NEW_PASSWORD).expect(200);
    }

    private Answer issue(Somebody whom) {
        return admin.client().post("users/" + whom.id() + "/password-reset");
    }

    private Answer request(String email) {
        return server.anonymous().post("auth/password-reset-requests", Map.of("email", email));
    }

    private Answer use(String token) {
        return server.anonymous().put("auth/password", Map.of("token", token, "password", NEW_PASSWORD));
    }

    private Answer logIn(String password) {
        return server.anonymous().post("auth/session", Map.of("email", user.email(), "password", password));
    }

    private static String token(Answer link) {
        return link.expect(201).body().path("link").asText().split("#", 2)[1];
    }
}
