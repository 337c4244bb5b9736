package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestSearchTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final TestingProgram other = TestingProgram.create(server);
    private final Somebody manager = program.join(other.manager(), "manager");
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void findsByWordsInAllProgramsTitlesFirstThenTheLatest() {
        JsonNode described = described(program, client, "Something else", "with a DESK and a lamp");
        JsonNode titled = titled(other, other.client(), "Lamp for the desk");
        JsonNode later = titled(program, client, "A desk, a lamp");
        titled(program, client, "A desk alone");
        JsonNode latest = described(other, other.client(), "No word of it", "lamps on desks");

        assertThat(keys(manager, "desk lamp")).containsExactly(key(later), key(titled), key(latest), key(described));
        JsonNode first = found(manager, "q=desk+lamp").at("/data/0");
        assertThat(first.path("programId").asText()).isEqualTo(program.id().toString());
        assertThat(first.path("requestId")).isEqualTo(later.path("id"));
        assertThat(first.path("title").asText()).isEqualTo("A desk, a lamp");
    }

    @Test
    void putsTheRequestFirstThatIsCalledSo() {
        JsonNode called = titled(program, client, "Old");
        JsonNode speaksOfIt = titled(program, client, "Like " + key(called));

        assertThat(keys(client, key(called).toLowerCase(Locale.ROOT))).containsExactly(key(called), key(speaksOfIt));
    }

    @Test
    void knowsANewTitleAndNoOldOne() {
        JsonNode request = titled(program, manager, "Obsolete wording");
        manager.client()
                .patch(program.path(request, ""), Map.of("title", "Fresh wording"))
                .expect(200);

        assertThat(keys(manager, "obsolete")).isEmpty();
        assertThat(keys(manager, "fresh wording")).containsExactly(key(request));
    }

    /** Right by right: nothing that the lists of the programs would not show. */
    @Test
    void trap14FindsNothingThatOneMayNotSee() {
        Somebody anotherClient = program.anotherClient();
        JsonNode own = titled(program, client, "Trap own");
        JsonNode shared = program.share(
                program.step(anotherClient, titled(program, anotherClient, "Trap shared"), "submission"), client);
        JsonNode sharedDraft = program.share(titled(program, anotherClient, "Trap shared draft"), client);
        JsonNode foreign = program.step(anotherClient, titled(program, anotherClient, "Trap foreign"), "submission");
        JsonNode elsewhere = titled(other, other.client(), "Trap elsewhere");
        JsonNode deleted = titled(program, client, "Trap deleted");
        client.client().delete(program.path(deleted, "")).expect(204);

        assertThat(keys(client, "trap")).containsExactlyInAnyOrder(key(own), key(shared));
        assertThat(keys(client, key(foreign))).isEmpty();
        assertThat(keys(client, key(sharedDraft))).isEmpty();
        assertThat(keys(client, key(elsewhere))).isEmpty();
        assertThat(keys(client, key(deleted))).isEmpty();
        assertThat(keys(program.teamMember(), "trap")).containsExactlyInAnyOrder(key(shared), key(foreign));
        assertThat(keys(manager, "trap"))
                .containsExactlyInAnyOrder(key(own), key(shared), key(sharedDraft), key(foreign), key(elsewhere));
    }

    @Test
    void trap3FindsNothingInAProgramThatOneWasRemovedFrom() {
        JsonNode own = titled(program, client, "Removed one's own");
        manager.client().delete(program.path("members/" + client.id())).expect(204);

        assertThat(keys(client, "removed")).isEmpty();
        assertThat(keys(client, key(own))).isEmpty();
    }

    @Test
    void findsInArchivedProgramsToo() {
        JsonNode request = titled(program, client, "Kept in the archive");
        program.archive();
        assertThat(keys(client, "archive")).containsExactly(key(request));
    }

    @Test
    void keepsToTheLimitAndSaysThatThereAreOthers() {
        titled(program, client, "Limit one");
        JsonNode latest = titled(program, client, "Limit two");

        JsonNode one = found(client, "q=limit&limit=1");
        assertThat(one.path("data").findValuesAsText("key")).containsExactly(key(latest));
        assertThat(one.path("more").asBoolean()).isTrue();
        assertThat(found(client, "q=limit&limit=2").path("more").asBoolean()).isFalse();
        for (int limit : new int[] {0, 21, 500}) {
            assertThat(client.client()
                            .get("requests?q=limit&limit=" + limit)
                            .expect(400)
                            .body()
                            .path("detail")
                            .asText())
                    .isEqualTo("limit: " + limit + " (expected: 1..20)");
        }
        client.client().get("requests?q=" + "x".repeat(201)).expect(400);
        server.anonymous().get("requests?q=limit").expect(401);
    }

    @Test
    void givesUpRatherThanHoldAConnectionForLong() {
        server.database().writeOnly(tx -> {
            TestingDatabase.becomeOwner(tx);
            tx.handle().execute("LOCK TABLE request_text IN ACCESS EXCLUSIVE MODE");

            JsonNode refusal =
                    client.client().get("requests?q=lamp").expect(503).body();
            assertThat(refusal.path("type").asText()).isEqualTo("/problems/takes-too-long");
        });
        assertThat(keys(client, "lamp")).isEmpty();
    }

    @Test
    void refusesAChangeWhoseWordsItCouldNotKeep() {
        JsonNode request = titled(program, client, "Old words");

        assertThatThrownBy(() -> server.database().writeOnly(tx -> {
                    TestingDatabase.becomeOwner(tx);
                    tx.handle().execute("CREATE POLICY none ON program AS RESTRICTIVE USING (false)");
                    tx.seeEveryProgram();
                    tx.enter(program.id());
                    tx.handle()
                            .execute(
                                    "UPDATE request SET title = 'New words' WHERE id = ?",
                                    UUID.fromString(request.path("id").asText()));
                }))
                .hasMessageContaining(
                        "the words of request " + request.path("id").asText());
        assertThat(keys(client, "old words")).containsExactly(key(request));
    }

    /** What no index tells would be a look at every request. */
    @ParameterizedTest
    @CsvSource({"''", "ab", "a b c", "%%%", "___", "..."})
    void asksForThreeLettersInARow(String question) {
        described(program, client, "Title with ab, a b c", "%%% ___ ...");
        assertThat(keys(client, question)).isEmpty();
    }

    @Test
    void trap12TakesWordsLiterally() {
        JsonNode literal = titled(program, client, "Discount 50%_off c:\\temp");
        titled(program, client, "Discount 50 off c:temp");

        assertThat(keys(client, "50%_off")).containsExactly(key(literal));
        assertThat(keys(client, "c:\\temp")).containsExactly(key(literal));
        assertThat(keys(client, "disc%unt")).isEmpty();
    }

    private static JsonNode titled(TestingProgram program, Somebody author, String title) {
        return described(program, author, title, "");
    }

    private static JsonNode described(TestingProgram program, Somebody author, String title, String description) {
        return program.draft(author, Map.of("title", title, "description", description));
    }

    private static JsonNode found(Somebody viewer, String query) {
        return viewer.client().get("requests?" + query).expect(200).body();
    }

    private static List<String> keys(Somebody viewer, String question) {
        return found(viewer, "q=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                .path("data")
                .findValuesAsText("key");
    }

    private static String key(JsonNode request) {
        return request.path("key").asText();
    }
}
