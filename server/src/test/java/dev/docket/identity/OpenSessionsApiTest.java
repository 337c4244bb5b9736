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
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class OpenSessionsApiTest {
    private static final TestingClock clock = new TestingClock();
    private static final TestingServer server =
            TestingServer.start(Map.of("DOCKET_TRUSTED_PROXIES", "127.0.0.0/8,::1"), clock);
    private final Somebody admin = server.people().admin();
    private final Somebody me = server.people().client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void showsWhereOneIsLoggedIn() {
        clock.pass(Duration.ofMinutes(1));
        Answer phone = logIn("Mozilla/5.0 (iPhone; CPU iPhone OS 26_1) Version/26.1 Safari/604.1", "192.0.2.7");

        List<JsonNode> sessions = sessions(me.client(), "me/sessions");

        assertThat(sessions).hasSize(2);
        assertThat(sessions.getFirst().path("device").asText()).isEqualTo("Safari on iPhone");
        assertThat(sessions.getFirst().path("address").asText()).isEqualTo("192.0.2.7");
        assertThat(sessions.getFirst().path("current").asBoolean()).isFalse();
        assertThat(sessions.getFirst().path("createdAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(sessions.getLast().path("current").asBoolean()).isTrue();
        assertThat(sessions.getLast().path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(sessions(client(phone), "me/sessions")
                        .getFirst()
                        .path("current")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void noticesUseByRefreshesAndFromWhere() {
        Answer session = logIn("curl/8.14.1", "192.0.2.7");
        clock.pass(Duration.ofMinutes(10));
        server.anonymous()
                .with("Cookie", session.header("Set-Cookie").split(";", 2)[0])
                .with("User-Agent", "curl/8.14.1")
                .with("X-Forwarded-For", "10.9.8.7, 198.51.100.9")
                .post("auth/session/refresh")
                .expect(200);

        JsonNode used = sessions(me.client(), "me/sessions").getFirst();

        assertThat(used.path("address").asText()).isEqualTo("198.51.100.9");
        assertThat(used.path("lastUsedAt").asText()).isEqualTo(clock.instant().toString());
    }

    @Test
    void showsNoneThatIsOver() {
        clock.pass(RefreshTokens.LIFETIME.plusMinutes(1));
        Somebody again = server.people().logIn(me.email(), TestingPeople.PASSWORD);

        assertThat(sessions(again.client(), "me/sessions")).hasSize(1);
    }

    @Test
    void endsOne() {
        Answer other = logIn("curl/8.14.1", "192.0.2.7");
        String id = sessions(me.client(), "me/sessions").stream()
                .filter(session -> !session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();

        me.client().delete("me/sessions/" + id).expect(204);

        client(other).get("me").expect(401);
        me.client().get("me").expect(200);
        me.client().delete("me/sessions/" + id).expect(404);
        assertThat(SystemStream.about(server, me.id()).getLast())
                .startsWith("user:updated " + me.name())
                .contains("\"field\":\"sessions\"", "\"before\":2,\"after\":1");
    }

    @Test
    void endsAllOthers() {
        Answer second = logIn("curl/8.14.1", "192.0.2.7");
        Answer third = logIn("curl/8.14.1", "192.0.2.7");

        me.client().delete("me/sessions").expect(204);

        client(second).get("me").expect(401);
        client(third).get("me").expect(401);
        me.client().get("me").expect(200);
        int entries = SystemStream.about(server, me.id()).size();
        me.client().delete("me/sessions").expect(204);
        assertThat(SystemStream.about(server, me.id())).hasSize(entries);
    }

    @Test
    void findsNoSessionOfSomebodyElse() {
        String mine = sessions(me.client(), "me/sessions").getFirst().path("id").asText();
        Somebody other = server.people().client();

        other.client().delete("me/sessions/" + mine).expect(404);
        other.client().delete("me/sessions/no-id").expect(404);
        other.client().get("users/" + me.id() + "/sessions").expect(403);
        other.client().delete("users/" + me.id() + "/sessions").expect(403);
        other.client().delete("users/" + me.id() + "/sessions/" + mine).expect(403);
        admin.client().delete("users/" + other.id() + "/sessions/" + mine).expect(404);
        server.anonymous().get("me/sessions").expect(401);
        me.client().get("me").expect(200);
    }

    @Test
    void letsAdminsSeeAndEndThem() {
        Answer second = logIn("curl/8.14.1", "192.0.2.7");
        List<JsonNode> sessions = sessions(admin.client(), "users/" + me.id() + "/sessions");
        assertThat(sessions)
                .hasSize(2)
                .noneMatch(session -> session.path("current").asBoolean());

        admin.client()
                .delete("users/" + me.id() + "/sessions/"
                        + sessions.getFirst().path("id").asText())
                .expect(204);
        admin.client().delete("users/" + me.id() + "/sessions").expect(204);

        me.client().get("me").expect(401);
        client(second).get("me").expect(401);
        assertThat(SystemStream.about(server, me.id()).getLast()).startsWith("user:updated " + admin.name());
    }

    @Test
    void locksOutByTheAddressThatTheProxyNames() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT_AND_ADDRESS; i++) {
            attempt("guess " + i, "192.0.2.66").expect(401);
        }

        attempt(TestingPeople.PASSWORD, "192.0.2.66").expect(429);
        attempt(TestingPeople.PASSWORD, "203.0.113.1, 192.0.2.66").expect(429);
        attempt(TestingPeople.PASSWORD, "192.0.2.67").expect(200);
    }

    @Test
    void believesNobodyWhoIsNotTrusted() {
        try (TestingServer direct = TestingServer.start()) {
            Somebody user = direct.people().client();
            direct.anonymous()
                    .with("X-Forwarded-For", "192.0.2.7")
                    .post("auth/session", Map.of("email", user.email(), "password", TestingPeople.PASSWORD))
                    .expect(200);

            assertThat(sessions(user.client(), "me/sessions"))
                    .extracting(session -> session.path("address").asText())
                    .containsOnly("127.0.0.1");
        }
    }

    private Answer logIn(String userAgent, String address) {
        return server.anonymous()
                .with("User-Agent", userAgent)
                .with("X-Forwarded-For", address)
                .post("auth/session", Map.of("email", me.email(), "password", TestingPeople.PASSWORD))
                .expect(200);
    }

    private Answer attempt(String password, String address) {
        return server.anonymous()
                .with("X-Forwarded-For", address)
                .post("auth/session", Map.of("email", me.email(), "password", password));
    }

    private static TestingClient client(Answer session) {
        return server.anonymous().withToken(session.body().path("accessToken").asText());
    }

    private static List<JsonNode> sessions(TestingClient client, String path) {
        return StreamSupport.stream(
                        client.get(path).expect(200).body().path("data").spliterator(), false)
                .toList();
    }
}
