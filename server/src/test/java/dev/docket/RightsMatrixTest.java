package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Everybody.Attempt;
import dev.docket.Everybody.Maker;
import dev.docket.testing.Contract;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route, tried by everybody, against {@code isolation/routes.txt}. A route that the table does not know fails the build:
 * whoever adds one says there who may use it. What was found stands in {@code docs/isolation.md}.
 */
@TestMethodOrder(OrderAnnotation.class)
final class RightsMatrixTest {
    /** Log-ins and log-outs are no changes of what Docket keeps. */
    private static final Map<String, Integer> OTHER_NUMBERS_OF_ENTRIES =
            Map.of("DELETE /auth/session", 0, "POST /markdown", 0);

    /** What is as it was asked to be already leaves no entry: nothing has changed. */
    private static final Set<String> ENTRY_ONLY_IF_IT_CHANGES = Set.of(
            "PATCH /settings",
            "DELETE /me/sessions",
            "DELETE /users/{userId}/sessions",
            "PUT /programs/{programId}/requests/{requestId}/watch",
            "DELETE /programs/{programId}/requests/{requestId}/watch");

    private static final List<RouteRow> ROWS = RouteRow.all();
    private static final Contract contract = Contract.ofTheApi();
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final TestingProgram foreign = TestingProgram.create(server);
    private static final Somebody otherClient = program.anotherClient();
    private static final Everybody everybody = new Everybody(server, program, foreign, otherClient);
    private static final RouteThings things =
            new RouteThings(server, Map.of(program, otherClient, foreign, foreign.anotherClient()));
    private static final RoutesReport report = new RoutesReport();

    @BeforeAll
    static void letSomebodyGo() {
        foreign.field(Map.of("key", "second", "label", "To change the order of", "type", "text"));
        ROWS.stream().filter(RouteRow::isOwn).forEach(row -> things.path(row, everybody.gone()));
        everybody.deactivateTheOneWhoIsGone();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    static Stream<RouteRow> rows() {
        return ROWS.stream();
    }

    static Stream<RouteRow> rowsWithinARequest() {
        return clientsRows()
                .filter(row -> row.path().matches(".*/requests/\\{requestId}/.*\\{.*"))
                .filter(row -> !row.path().contains("{clientId}"));
    }

    /** What an admin can do. */
    static Stream<RouteRow> changesWithinAProgram() {
        return clientsRows()
                .filter(row -> row.path().startsWith("/programs/{programId}"))
                .filter(row -> !row.method().equals("GET"))
                .filter(row -> row.answers().getFirst() < 300);
    }

    static Stream<RouteRow> rowsWithIds() {
        return clientsRows().filter(row -> row.path().contains("{"));
    }

    private static Stream<RouteRow> clientsRows() {
        return rows().filter(row -> !row.isOwn() && !row.isForeign());
    }

    /**
     * Trap 1: what is one's own, tried by its owner. Trap 2: something of another program looked up by its id alone, through
     * the URL of one's own.
     *
     * <p>Every change of anything is an entry of the journal, and nothing that was refused is. What changes nothing that is
     * written down stands in {@link #OTHER_NUMBERS_OF_ENTRIES}; what may find nothing to change, in {@link
     * #ENTRY_ONLY_IF_IT_CHANGES}.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @Order(1)
    void trap1And2AnswersEverybodyAsTheTableSays(RouteRow row) {
        List<Integer> answers = new ArrayList<>();
        for (int column = 0; column < Everybody.COLUMNS; column++) {
            answers.add(answer(row, column));
        }

        assertThat(answers).isEqualTo(row.answers());
        report.add(row, answers);
    }

    @Test
    @Order(2)
    void writesDownWhatItFound() {
        Assumptions.assumeTrue(report.isComplete(), "some lines were not tried, or not as expected");

        report.check();
    }

    @Test
    void knowsEveryRouteOfTheApi() {
        assertThat(rows().map(RouteRow::route).distinct().sorted().toList())
                .isEqualTo(contract.operations().stream().sorted().toList());
    }

    @Test
    void triesOnesOwnOfAllThatBelongsToSomebody() {
        assertThat(rows().filter(RouteRow::isOwn).map(RouteRow::route).distinct())
                .containsExactlyInAnyOrderElementsOf(rows().filter(RouteRow::belongsToSomebody)
                        .map(RouteRow::route)
                        .distinct()
                        .toList());
    }

    /** Trap 2, one level further down: a comment or file looked up through another request. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWithinARequest")
    void trap2FindsNothingThroughAnotherRequest(RouteRow row) {
        String[] parts = things.path(row, clients()).split("/", -1);
        parts[6] = TestingProgram.id(things.request("draft", clients())).toString();

        assertThat(send(program.manager().client(), row, String.join("/", parts), things.body(row, clients()))
                        .status())
                .isEqualTo(404);
    }

    /** An archived program is read-only on every path: what works is tried again while it is archived. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changesWithinAProgram")
    void changesNothingInAnArchivedProgram(RouteRow row) {
        String path = things.path(row, clients());
        String body = things.body(row, clients());
        program.archive();
        try {
            Answer refused = send(everybody.admin().client(), row, path, body).expect(403);

            assertThat(refused.detail()).startsWith("The program is archived and can only be read.");
            assertThat(newestEvent()).isEqualTo("program:updated");
        } finally {
            program.set(Map.of("status", "active"));
        }
    }

    /** Neither an id of nothing nor what is no id at all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWithIds")
    void findsNothingUnderAnIdOfNothing(RouteRow row) {
        String template = row.path().replaceFirst("\\{(\\w+)}(?!.*\\{)", "NOTHING");
        String body = things.body(row, clients());
        for (String id : List.of(UUID.randomUUID().toString(), "no-id", "42", "%00")) {
            String path = things.path(template, row.state(), clients()).replace("NOTHING", id);
            Answer answer = send(everybody.admin().client(), row, path, body);
            assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(404);
        }
    }

    private static Maker clients() {
        return new Maker(program, null);
    }

    private static int answer(RouteRow row, int column) {
        Attempt attempt = everybody.attempt(row, column);
        Maker maker = attempt.maker();
        String path = things.path(row, maker);
        if (row.isForeign() && row.isBelowAProgram()) {
            path = path.replace(
                    maker.program().id().toString(),
                    everybody.programOf(column).id().toString());
        }
        String body = things.body(row, maker);
        long before = entries();
        Answer answer = send(attempt.client(), row, path, body);
        boolean changes = !row.method().equals("GET") && answer.status() < 300;
        if (changes) {
            things.changed(row, maker);
        }
        long most = changes ? OTHER_NUMBERS_OF_ENTRIES.getOrDefault(row.route(), 1) : 0;
        long least = ENTRY_ONLY_IF_IT_CHANGES.contains(row.route()) ? 0 : most;
        assertThat(entries() - before)
                .as("entries by column %s: %s %s", column, answer.status(), answer.text())
                .isBetween(least, most);
        return answer.status();
    }

    private static long entries() {
        return server.database().read(tx -> {
            tx.seeEveryProgram();
            return tx.handle()
                    .createQuery("SELECT count(*) FROM journal")
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Whatever is answered must be what the description of the API says. */
    private static Answer send(TestingClient somebody, RouteRow row, String path, String body) {
        Answer answer = body.equals("FILE")
                ? somebody.upload(path, "note.txt", "text/plain", "A note".getBytes(StandardCharsets.UTF_8))
                : somebody.send(row.method(), path, body.isEmpty() ? null : body);
        contract.check(row.route(), answer);
        return answer;
    }

    private static String newestEvent() {
        return everybody
                .admin()
                .client()
                .get(program.path("activity?limit=1"))
                .expect(200)
                .body()
                .at("/data/0/event")
                .asText();
    }
}
