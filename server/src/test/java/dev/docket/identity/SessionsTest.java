package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.net.HttpCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class SessionsTest {
    private static final TestingClock clock = new TestingClock();
    private static final TestingServer server = TestingServer.start(clock);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void logsInWithEmailInAnyCase() {
        Somebody manager = server.people().manager();

        Answer answer = logIn(" " + manager.email().toUpperCase(java.util.Locale.ROOT) + " ", TestingPeople.PASSWORD)
                .expect(200);

        assertThat(answer.body().path("user").path("id").asText())
                .isEqualTo(manager.id().toString());
        assertThat(answer.body().path("user").path("can").path("createProgram").asBoolean())
                .isTrue();
        assertThat(answer.body().path("user").path("can").path("manageUsers").asBoolean())
                .isFalse();
        assertThat(Instant.parse(answer.body().path("expiresAt").asText()))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void keepsTheRefreshTokenFromScripts() {
        Answer answer = logIn(server.people().client().email(), TestingPeople.PASSWORD);

        HttpCookie cookie = cookie(answer);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/api/v1/auth");
        assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofDays(7).toSeconds());
        assertThat(cookie.getSecure()).isFalse();
        assertThat(answer.header("Set-Cookie")).contains("SameSite=Strict");
        assertThat(answer.text()).doesNotContain(cookie.getValue());
    }

    @Test
    void marksTheCookieSecureWhereThePublicAddressIsHttps() {
        try (TestingServer https = TestingServer.start(Map.of("DOCKET_PUBLIC_URL", "https://docket.example.test"))) {
            Somebody client = https.people().client();
            Answer answer = https.anonymous()
                    .post("auth/session", Map.of("email", client.email(), "password", TestingPeople.PASSWORD));

            assertThat(cookie(answer).getSecure()).isTrue();
        }
    }

    @Test
    void doesNotTellWhetherTheEmailOrThePasswordWasWrong() {
        Answer wrongPassword =
                logIn(server.people().client().email(), "wrong password").expect(401);
        Answer nobody = logIn("nobody@example.test", "wrong password").expect(401);

        assertThat(wrongPassword.text()).isEqualTo(nobody.text());
        assertThat(code(nobody)).isEqualTo("credentials");
    }

    @Test
    void survivesAReloadByTheCookieAlone() {
        Somebody member = server.people().teamMember();
        HttpCookie cookie = cookie(logIn(member.email(), TestingPeople.PASSWORD));

        Answer reloaded = refresh(cookie).expect(200);

        TestingClient client =
                server.anonymous().withToken(reloaded.body().path("accessToken").asText());
        assertThat(client.get("me").expect(200).body().path("id").asText())
                .isEqualTo(member.id().toString());
        assertThat(cookie(reloaded).getValue()).isNotEqualTo(cookie.getValue());
    }

    @Test
    void refusesAnExpiredAccessTokenUntilItIsRefreshed() {
        Answer session = logIn(server.people().client().email(), TestingPeople.PASSWORD);
        TestingClient client = client(session);

        clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        client.get("me").expect(200);
        clock.pass(Duration.ofSeconds(1));

        assertThat(code(client.get("me").expect(401))).isEqualTo("token_expired");
        client(refresh(cookie(session)).expect(200)).get("me").expect(200);
    }

    /** Trap 15. */
    @Test
    void trap15EndsTheWholeLogInWhenARefreshTokenComesAgain() {
        Answer first = logIn(server.people().client().email(), TestingPeople.PASSWORD);
        Answer second = refresh(cookie(first)).expect(200);
        clock.pass(RefreshTokens.GRACE);

        assertThat(code(refresh(cookie(first)).expect(401))).isEqualTo("session_ended");

        refresh(cookie(second)).expect(401);
        assertThat(code(client(second).get("me").expect(401))).isEqualTo("session_ended");
        assertThat(code(client(first).get("me").expect(401))).isEqualTo("session_ended");
    }

    @Test
    void leavesOtherLogInsOfTheSamePersonAlone() {
        Somebody client = server.people().client();
        Answer stolen = logIn(client.email(), TestingPeople.PASSWORD);
        Answer other = logIn(client.email(), TestingPeople.PASSWORD);
        refresh(cookie(stolen)).expect(200);
        clock.pass(RefreshTokens.GRACE);
        refresh(cookie(stolen)).expect(401);

        refresh(cookie(other)).expect(200);
    }

    /** Trap 15. */
    @Test
    void trap15RefusesATokenOfWhichOnlyAPrefixIsRight() {
        HttpCookie cookie = cookie(logIn(server.people().client().email(), TestingPeople.PASSWORD));
        HttpCookie other = new HttpCookie(cookie.getName(), cookie.getValue().substring(0, 42) + "_");

        refresh(other).expect(401);

        refresh(cookie).expect(200);
    }

    @Test
    void endsAfterSevenDaysWithoutUse() {
        Answer session = logIn(server.people().client().email(), TestingPeople.PASSWORD);
        clock.pass(Duration.ofDays(6));
        Answer kept = refresh(cookie(session)).expect(200);

        clock.pass(Duration.ofDays(7));

        assertThat(code(refresh(cookie(kept)).expect(401))).isEqualTo("session_ended");
    }

    @Test
    void logsOutOnTheServer() {
        Answer session = logIn(server.people().client().email(), TestingPeople.PASSWORD);

        Answer answer = server.anonymous()
                .with("Cookie", "docket_refresh=" + cookie(session).getValue())
                .delete("auth/session")
                .expect(204);

        assertThat(cookie(answer).getMaxAge()).isZero();
        assertThat(code(client(session).get("me").expect(401))).isEqualTo("session_ended");
        refresh(cookie(session)).expect(401);
    }

    @Test
    void logsOutQuietlyWhoeverIsNotLoggedIn() {
        server.anonymous().delete("auth/session").expect(204);
        server.anonymous()
                .with("Cookie", "docket_refresh=nonsense")
                .delete("auth/session")
                .expect(204);
    }

    @Test
    void refusesToRefreshWithoutACookie() {
        assertThat(code(server.anonymous().post("auth/session/refresh").expect(401)))
                .isEqualTo("session_ended");
    }

    @Test
    void stopsGuessingOfOnePasswordForAWhile() {
        Somebody victim = server.people().client();
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT_AND_ADDRESS; i++) {
            logIn(victim.email(), "guess " + i).expect(401);
        }

        Answer refused = logIn(victim.email(), TestingPeople.PASSWORD).expect(429);

        assertThat(refused.problem()).isEqualTo("too-many");
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 901L);
        clock.pass(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        logIn(victim.email(), TestingPeople.PASSWORD).expect(200);
    }

    @Test
    void staysLoggedInOverARestartOfTheServer() {
        try (var database = dev.docket.testing.TestingDatabase.create()) {
            Answer session;
            try (TestingServer first = TestingServer.startOver(database)) {
                Somebody client = first.people().client();
                session = first.anonymous()
                        .post("auth/session", Map.of("email", client.email(), "password", TestingPeople.PASSWORD))
                        .expect(200);
            }
            try (TestingServer second = TestingServer.startOver(database)) {
                assertThat(second.running().firstAdmin()).isEmpty();
                second.anonymous()
                        .withToken(session.body().path("accessToken").asText())
                        .get("me")
                        .expect(200);
            }
        }
    }

    private static Answer logIn(String email, String password) {
        return server.anonymous().post("auth/session", Map.of("email", email, "password", password));
    }

    private static Answer refresh(HttpCookie cookie) {
        return server.anonymous()
                .with("Cookie", cookie.getName() + "=" + cookie.getValue())
                .post("auth/session/refresh");
    }

    private static TestingClient client(Answer session) {
        return server.anonymous().withToken(session.body().path("accessToken").asText());
    }

    private static HttpCookie cookie(Answer answer) {
        return HttpCookie.parse(answer.header("Set-Cookie")).getFirst();
    }

    private static String code(Answer answer) {
        return answer.body().path("code").asText();
    }
}
