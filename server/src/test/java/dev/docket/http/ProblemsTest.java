package dev.docket.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemsTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingClient admin = server.people().admin().client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void saysWhatIsMissingWithoutAToken() {
        Answer answer = server.anonymous().get("me").expect(401);

        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.body().path("code").asText()).isEqualTo("token_missing");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer not-a-token", "Basic YTpi", "Bearer a.b.c"})
    void refusesWhatIsNoToken(String header) {
        server.anonymous().with("Authorization", header).get("me").expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing/here", "/api/nothing", "/api/v2/me", "/socket.io", "/api/docs/../secret"})
    void knowsNothingAtOtherAddresses(String path) {
        assertThat(admin.get(path).expect(404).problem()).isEqualTo("not-found");
    }

    @Test
    void saysWhichMethodsThereAre() {
        Answer answer = admin.delete("me").expect(405);

        assertThat(answer.problem()).isEqualTo("method-not-allowed");
        assertThat(answer.detail()).startsWith("method: DELETE (expected: ").contains("GET");
    }

    @Test
    void takesOnlyJson() {
        Answer answer = admin.send("POST", "users", BodyPublishers.ofString("a=b"), "application/x-www-form-urlencoded")
                .expect(415);

        assertThat(answer.problem()).isEqualTo("unsupported-type");
        assertThat(answer.detail()).contains("application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"email\": }", "nonsense", "{\"email\":\"a\""})
    void saysWhereTheJsonEnds(String body) {
        assertThat(admin.post("users", body).expect(400).problem()).isEqualTo("malformed");
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() {
        String body = "{\"email\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        admin.post("users", body).expect(400);
    }

    @Test
    void namesAnUnknownPropertyAndThoseThatThereAre() {
        Answer answer = admin.post("users", with("pasword", "12345678")).expect(400);

        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(errors(answer))
                .containsExactly("pasword: unknown (expected one of: email, firstName, lastName, password, role)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"firstName\": 5} | firstName: (expected: text)",
                "{\"firstName\": [\"A\"]} | firstName: (expected: text)",
                "{\"active\": \"yes\"} | active: (expected: true or false)",
                "{\"active\": 1} | active: 1 (expected: true or false)",
                "{\"role\": \"boss\"} | role: boss (expected: one of: admin, manager, team_member, client)",
                "{\"role\": 0} | role: 0 (expected: one of: admin, manager, team_member, client)",
                "[] | : (expected: an object)",
                "\"text\" | : (expected: an object)",
            })
    void saysWhatIsExpectedInsteadOfAWrongType(String body, String expected) {
        Answer answer =
                admin.patch("users/" + server.people().client().id(), body).expect(400);

        assertThat(errors(answer)).containsExactly(expected);
    }

    @Test
    void namesEachValueOutsideItsLimits() {
        Answer answer = admin.post(
                        "users",
                        Map.of(
                                "email",
                                "no address",
                                "firstName",
                                " ",
                                "lastName",
                                "x".repeat(51),
                                "password",
                                "short"))
                .expect(400);

        assertThat(answer.problem()).isEqualTo("validation");
        assertThat(answer.detail()).isEqualTo("5 values are not valid.");
        assertThat(errors(answer))
                .containsExactly(
                        "role: missing (expected: a value)",
                        "email: no address (expected: an e-mail address)",
                        "firstName: 0 characters (expected: 1..50)",
                        "lastName: 51 characters (expected: 1..50)",
                        "password: 5 characters (expected: 8..128)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users?page=two | page: two (expected: a whole number)",
                "users?page=0 | page: 0 (expected: 1..1000000)",
                "users?limit=101 | limit: 101 (expected: 1..100)",
            })
    void saysWhatIsExpectedInTheQuery(String path, String expected) {
        assertThat(errors(admin.get(path).expect(400))).containsExactly(expected);
    }

    @Test
    void saysThatTheBodyIsMissing() {
        assertThat(errors(admin.post("users").expect(400))).containsExactly("body: missing (expected: a value)");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertThat(admin.post("users", with("firstName", "x".repeat(1_200_000)))
                        .expect(413)
                        .problem())
                .isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800", "\\udc00a"})
    void refusesTextThatCannotBeStored(String text) {
        Answer answer = admin.post("users", "{\"firstName\":\"" + text + "\"}").expect(400);

        assertThat(errors(answer)).singleElement().asString().startsWith("firstName: contains a NUL character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users?q=%00", "users?q=a%00b"})
    void refusesAQueryThatCannotBeStored(String path) {
        admin.get(path).expect(400);
    }

    @Test
    void answersAProblemWhateverTheBrowserAccepts() {
        Answer answer = admin.with("Accept", "text/html").get("me").expect(406);

        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void tellsNothingOfAFaultButAnIdToFindItBy() {
        try (TestingServer broken = TestingServer.start()) {
            TestingClient client = broken.people().client().client();
            broken.database().writeOnly(tx -> {
                TestingDatabase.becomeOwner(tx);
                tx.handle().execute("ALTER TABLE login_session RENAME TO gone");
            });

            Answer answer = client.get("me").expect(500);

            assertThat(answer.problem()).isEqualTo("internal");
            assertThat(answer.body().path("id").asText()).hasSize(36);
            assertThat(answer.detail()).contains(answer.body().path("id").asText());
            assertThat(answer.text()).doesNotContain("login_session", "SELECT", "Exception", "jdbi");
        }
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "email",
                "a@example.test",
                "firstName",
                "A",
                "lastName",
                "B",
                "role",
                "client",
                "password",
                "12345678"));
        body.put(name, value);
        return body;
    }

    private static List<String> errors(Answer answer) {
        return StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                .map(error -> error.path("path").asText() + ": "
                        + error.path("message").asText())
                .toList();
    }
}
