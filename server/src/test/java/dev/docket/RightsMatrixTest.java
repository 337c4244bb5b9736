package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.Contract;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route, tried by everybody. A route that the table does not know fails the build: whoever adds one says here who
 * may use it.
 */
final class RightsMatrixTest {
    /**
     * Requests are made by the client "owner" and brought into the state of the second column; comments and files on them
     * are the owner's. Columns of answers:
     *
     * <ul>
     *   <li>admin, no member of the program
     *   <li>pm, manager of the program
     *   <li>tm, team member of the program, not the assignee
     *   <li>own, the client who made the request
     *   <li>other, another client of the program; what is "shared" is a submitted request shared with it
     *   <li>fgn, manager of another program
     *   <li>gone, manager of the program who was deactivated
     *   <li>none, not logged in
     * </ul>
     */
    private static final String TABLE = """
            ROUTE                                                                      | STATE     | BODY                                   | admin pm  tm  own other fgn gone none
            POST   /auth/session                                                       |           | {}                                     | 400 400 400 400 400 400 400 400
            POST   /auth/session/refresh                                               |           |                                        | 401 401 401 401 401 401 401 401
            DELETE /auth/session                                                       |           |                                        | 204 204 204 204 204 204 204 204
            GET    /auth/options                                                       |           |                                        | 200 200 200 200 200 200 200 200
            POST   /auth/registration                                                  |           | {}                                     | 403 403 403 403 403 403 403 403
            POST   /auth/password-reset-requests                                       |           | {}                                     | 400 400 400 400 400 400 400 400
            PUT    /auth/password                                                      |           | {}                                     | 400 400 400 400 400 400 400 400
            GET    /settings                                                           |           |                                        | 200 403 403 403 403 403 401 401
            PATCH  /settings                                                           |           | {}                                     | 200 403 403 403 403 403 401 401
            GET    /me                                                                 |           |                                        | 200 200 200 200 200 200 401 401
            PATCH  /me                                                                 |           | {"firstName":"New"}                    | 200 200 200 200 200 200 401 401
            PUT    /me/password                                                        |           | {}                                     | 400 400 400 400 400 400 401 401
            GET    /me/sessions                                                        |           |                                        | 200 200 200 200 200 200 401 401
            DELETE /me/sessions                                                        |           |                                        | 204 204 204 204 204 204 401 401
            DELETE /me/sessions/{sessionId}                                            |           |                                        | 404 404 404 404 404 404 401 401
            GET    /me/dashboard                                                       |           |                                        | 200 200 200 200 200 200 401 401
            GET    /users                                                              |           |                                        | 200 200 403 403 403 200 401 401
            POST   /users                                                              |           | USER                                   | 201 403 403 403 403 403 401 401
            GET    /users/{userId}                                                     |           |                                        | 200 200 403 403 403 200 401 401
            GET    /users/{userId}/memberships                                         |           |                                        | 200 403 403 403 403 403 401 401
            POST   /users/{userId}/password-reset                                      |           |                                        | 201 403 403 403 403 403 401 401
            GET    /users/{userId}/sessions                                            |           |                                        | 200 403 403 403 403 403 401 401
            DELETE /users/{userId}/sessions                                            |           |                                        | 204 403 403 403 403 403 401 401
            DELETE /users/{userId}/sessions/{sessionId}                                |           |                                        | 204 403 403 403 403 403 401 401
            PATCH  /users/{userId}                                                     |           | {"firstName":"New"}                    | 200 403 403 403 403 403 401 401
            GET    /audit                                                              |           |                                        | 200 403 403 403 403 403 401 401
            GET    /audit/heads                                                        |           |                                        | 200 403 403 403 403 403 401 401
            GET    /audit/export                                                       |           |                                        | 200 403 403 403 403 403 401 401
            GET    /programs                                                           |           |                                        | 200 200 200 200 200 200 401 401
            POST   /programs                                                           |           | {"name":"UNIQUE"}                      | 201 201 403 403 403 201 401 401
            GET    /programs/{programId}                                               |           |                                        | 200 200 200 200 200 404 401 401
            PATCH  /programs/{programId}                                               |           | {"description":"UNIQUE"}               | 200 200 403 403 403 404 401 401
            GET    /programs/{programId}/activity                                      |           |                                        | 200 200 200 200 200 404 401 401
            GET    /programs/{programId}/utilisation                                   |           |                                        | 200 200 200 200 200 404 401 401
            GET    /programs/{programId}/fields                                        |           |                                        | 200 200 200 200 200 404 401 401
            POST   /programs/{programId}/fields                                        |           | {"key":"UNIQUE","label":"A","type":"text"} | 201 201 403 403 403 404 401 401
            PUT    /programs/{programId}/fields/order                                  |           | {"fieldIds":[FIELDS]}                  | 200 200 403 403 403 404 401 401
            PATCH  /programs/{programId}/fields/{fieldId}                              |           | {"label":"UNIQUE"}                     | 200 200 403 403 403 404 401 401
            DELETE /programs/{programId}/fields/{fieldId}                              |           |                                        | 204 204 403 403 403 404 401 401
            GET    /programs/{programId}/members                                       |           |                                        | 200 200 200 200 200 404 401 401
            POST   /programs/{programId}/members                                       |           | {"userId":"NEWCOMER","role":"team_member"} | 201 201 403 403 403 404 401 401
            PATCH  /programs/{programId}/members/{memberId}                            |           | {"role":"manager"}                     | 200 200 403 403 403 404 401 401
            DELETE /programs/{programId}/members/{memberId}                            |           |                                        | 204 204 403 403 403 404 401 401
            GET    /programs/{programId}/storage                                       |           |                                        | 200 200 200 403 403 404 401 401
            PUT    /programs/{programId}/storage/quota                                 |           | {"quotaBytes":1000000000}              | 200 403 403 403 403 404 401 401
            GET    /programs/{programId}/requests                                      |           |                                        | 200 200 200 200 200 404 401 401
            GET    /requests/{key}                                                     | draft     |                                        | 200 200 404 200 404 404 401 401
            GET    /requests/{key}                                                     | submitted |                                        | 200 200 200 200 404 404 401 401
            POST   /programs/{programId}/requests                                      |           | {"title":"UNIQUE"}                     | 201 201 201 201 201 404 401 401
            GET    /programs/{programId}/templates                                     |           |                                        | 200 200 200 200 200 404 401 401
            POST   /programs/{programId}/templates                                     |           | {"name":"UNIQUE"}                      | 201 201 403 403 403 404 401 401
            GET    /programs/{programId}/templates/{templateId}                        |           |                                        | 200 200 200 200 200 404 401 401
            PATCH  /programs/{programId}/templates/{templateId}                        |           | {"title":"UNIQUE"}                     | 200 200 403 403 403 404 401 401
            DELETE /programs/{programId}/templates/{templateId}                        |           |                                        | 204 204 403 403 403 404 401 401
            GET    /programs/{programId}/requests/deleted                              |           |                                        | 200 200 403 403 403 404 401 401
            GET    /programs/{programId}/requests/{requestId}                          | draft     |                                        | 200 200 404 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}                          | submitted |                                        | 200 200 200 200 404 404 401 401
            PATCH  /programs/{programId}/requests/{requestId}                          | draft     | {"title":"UNIQUE"}                     | 200 200 404 200 404 404 401 401
            PATCH  /programs/{programId}/requests/{requestId}                          | submitted | {"title":"UNIQUE"}                     | 200 200 403 403 404 404 401 401
            PATCH  /programs/{programId}/requests/{requestId}                          | rejected  | {"title":"UNIQUE"}                     | 200 200 403 200 404 404 401 401
            PATCH  /programs/{programId}/requests/{requestId}                          | completed | {"title":"UNIQUE"}                     | 403 403 403 403 404 404 401 401
            DELETE /programs/{programId}/requests/{requestId}                          | draft     |                                        | 204 204 404 204 404 404 401 401
            DELETE /programs/{programId}/requests/{requestId}                          | submitted |                                        | 403 403 403 403 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/submission               | draft     | {}                                     | 200 200 404 200 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/submission               | rejected  | {}                                     | 200 200 403 200 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/submission               | approved  | {}                                     | 409 409 403 409 404 404 401 401
            DELETE /programs/{programId}/requests/{requestId}/submission               | submitted |                                        | 200 200 403 200 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/review                   | submitted | {}                                     | 200 200 403 403 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/approval                 | in_review | {}                                     | 200 200 403 403 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/rejection                | in_review | {"reason":"No"}                        | 200 200 403 403 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/completion               | approved  | {}                                     | 200 200 403 403 404 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/assignee                 | draft     | {"userId":"PM"}                        | 200 200 404 403 404 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/assignee                 | submitted | {"userId":"PM"}                        | 200 200 403 403 404 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/assignee                 | submitted | {"userId":"TM"}                        | 200 200 200 403 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/restoration              | deleted   |                                        | 200 200 404 404 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/restoration              | draft     |                                        | 409 409 404 403 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/participants             | draft     |                                        | 200 200 404 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/participants             | submitted |                                        | 200 200 200 200 404 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/participants/{clientId}  | draft     |                                        | 200 200 404 200 404 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/participants/{clientId}  | submitted |                                        | 200 200 403 200 404 404 401 401
            DELETE /programs/{programId}/requests/{requestId}/participants/{participantId} | submitted |                                    | 204 204 403 204 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/watchers                 | submitted |                                        | 200 200 200 403 404 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/watch                    | draft     |                                        | 204 204 404 204 404 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/watch                    | submitted |                                        | 204 204 204 204 404 404 401 401
            DELETE /programs/{programId}/requests/{requestId}/watch                    | submitted |                                        | 204 204 204 204 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}                          | shared    |                                        | 200 200 200 200 200 404 401 401
            PATCH  /programs/{programId}/requests/{requestId}                          | shared    | {"title":"UNIQUE"}                     | 200 200 403 403 403 404 401 401
            DELETE /programs/{programId}/requests/{requestId}                          | shared    |                                        | 403 403 403 403 403 404 401 401
            DELETE /programs/{programId}/requests/{requestId}/submission               | shared    |                                        | 200 200 403 200 403 404 401 401
            POST   /programs/{programId}/requests/{requestId}/completion               | shared    | {}                                     | 409 409 403 403 403 404 401 401
            GET    /programs/{programId}/requests/{requestId}/history                  | shared    |                                        | 200 200 200 200 200 404 401 401
            GET    /programs/{programId}/requests/{requestId}/participants             | shared    |                                        | 200 200 200 200 200 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/participants/{clientId}  | shared    |                                        | 200 200 403 200 403 404 401 401
            DELETE /programs/{programId}/requests/{requestId}/participants/{participantId} | shared |                                       | 204 204 403 204 403 404 401 401
            GET    /programs/{programId}/requests/{requestId}/comments                 | shared    |                                        | 200 200 200 200 200 404 401 401
            POST   /programs/{programId}/requests/{requestId}/comments                 | shared    | {"body":"Fine"}                        | 201 201 201 201 201 404 401 401
            POST   /programs/{programId}/requests/{requestId}/comments                 | shared    | {"body":"Fine","internal":true}        | 201 201 201 403 403 404 401 401
            POST   /programs/{programId}/requests/{requestId}/attachments              | shared    | FILE                                   | 201 201 201 201 201 404 401 401
            GET    /programs/{programId}/requests/{requestId}/attachments/{attachmentId}/content | shared |                                 | 200 200 200 200 200 404 401 401
            PUT    /programs/{programId}/requests/{requestId}/watch                    | shared    |                                        | 204 204 204 204 204 404 401 401
            GET    /programs/{programId}/requests/{requestId}/history                  | draft     |                                        | 200 200 404 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/history                  | submitted |                                        | 200 200 200 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/comments                 | draft     |                                        | 200 200 404 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/comments                 | submitted |                                        | 200 200 200 200 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/comments                 | submitted | {"body":"Fine"}                        | 201 201 201 201 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/comments                 | submitted | {"body":"Fine","internal":true}        | 201 201 201 403 404 404 401 401
            DELETE /programs/{programId}/requests/{requestId}/comments/{commentId}     | submitted |                                        | 204 204 403 204 404 404 401 401
            PATCH  /programs/{programId}/requests/{requestId}/comments/{commentId}     | submitted | {"body":"UNIQUE"}                      | 403 403 403 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/comments/{commentId}/versions| submitted |                                        | 200 200 200 200 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/comments/{deletedCommentId}/restoration| submitted |                                        | 200 200 404 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/mentionable              | draft     |                                        | 200 200 404 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/mentionable              | submitted |                                        | 200 200 200 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/attachments              | draft     |                                        | 200 200 404 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/attachments              | submitted |                                        | 200 200 200 200 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/attachments              | submitted | FILE                                   | 201 201 201 201 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/attachments/{attachmentId}/content | submitted |                              | 200 200 200 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/attachments/{attachmentId}| submitted |                                        | 200 200 200 200 404 404 401 401
            GET    /programs/{programId}/requests/{requestId}/attachments/{attachmentId}/thumbnail| submitted |                                        | 200 200 200 200 404 404 401 401
            POST   /programs/{programId}/requests/{requestId}/attachments/{deletedAttachmentId}/restoration| submitted |                                        | 200 200 404 200 404 404 401 401
            DELETE /programs/{programId}/requests/{requestId}/attachments/{attachmentId} | submitted |                                      | 204 204 403 204 404 404 401 401
            """;

    /** Log-ins and log-outs are no changes of what Docket keeps. */
    private static final Map<String, Integer> OTHER_NUMBERS_OF_ENTRIES = Map.of("DELETE /auth/session", 0);

    /** What is as it was asked to be already leaves no entry: nothing has changed. */
    private static final Set<String> ENTRY_ONLY_IF_IT_CHANGES = Set.of(
            "PATCH /settings",
            "DELETE /me/sessions",
            "PUT /programs/{programId}/requests/{requestId}/watch",
            "DELETE /programs/{programId}/requests/{requestId}/watch");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static final Contract contract = Contract.ofTheApi();
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final TestingProgram foreign = TestingProgram.create(server);
    private static final Somebody otherClient = program.anotherClient();
    private static final List<TestingClient> everybody = everybody();

    private static int unique;

    /** One line of the table. */
    record Row(String method, String path, String state, String body, List<Integer> answers) {
        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            String[] route = cells.get(0).split(" +", -1);
            List<Integer> answers = Arrays.stream(cells.get(3).split(" +", -1))
                    .map(Integer::valueOf)
                    .toList();
            return new Row(route[0], route[1], cells.get(1), cells.get(2), answers);
        }

        /** As the OpenAPI file writes it. */
        String route() {
            return method + " "
                    + path.replaceAll("\\{(member|client|participant)Id}", "{userId}")
                            .replace("{deletedCommentId}", "{commentId}")
                            .replace("{deletedAttachmentId}", "{attachmentId}");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + state;
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    static Stream<Row> rows() {
        return TABLE.lines().skip(1).map(Row::of);
    }

    static Stream<Row> changes() {
        return rows().filter(row -> !row.method().equals("GET"));
    }

    static Stream<Row> rowsWithinAProgram() {
        return rows().filter(row -> row.path().startsWith("/programs/{programId}/"))
                .filter(row -> row.path().indexOf('{', 22) > 0);
    }

    /** What an admin can do. */
    static Stream<Row> changesWithinAProgram() {
        return rows().filter(row -> row.path().startsWith("/programs/{programId}"))
                .filter(row -> !row.method().equals("GET"))
                .filter(row -> row.answers().getFirst() < 300);
    }

    static Stream<Row> rowsWithIds() {
        return rows().filter(row -> row.path().contains("{"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersEverybodyAsTheTableSays(Row row) {
        List<Integer> answers = new ArrayList<>();
        for (TestingClient somebody : everybody) {
            answers.add(send(somebody, row, resolved(row.path(), row.state())).status());
        }

        assertThat(answers).isEqualTo(row.answers());
    }

    /**
     * Every change of anything is an entry of the journal, and nothing that was refused is. What changes nothing that is
     * written down, or writes more than once, stands in {@link #OTHER_NUMBERS_OF_ENTRIES}; what may find nothing to
     * change, in {@link #ENTRY_ONLY_IF_IT_CHANGES}.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void appendsOneEntryForEachChangeAndNoneForARefusal(Row row) {
        long expected = OTHER_NUMBERS_OF_ENTRIES.getOrDefault(row.route(), 1);
        for (TestingClient somebody : everybody) {
            String path = resolved(row.path(), row.state());
            String body = body(row);
            long before = entries();
            Answer answer = send(somebody, row, path, body);
            boolean changed = answer.status() < 300;

            long least = ENTRY_ONLY_IF_IT_CHANGES.contains(row.route()) ? 0 : expected;
            assertThat(entries() - before)
                    .as("%s: %s", answer.status(), answer.text())
                    .isBetween(changed ? least : 0L, changed ? expected : 0L);
        }
    }

    @Test
    void knowsEveryRouteOfTheApi() {
        assertThat(rows().map(Row::route).distinct().sorted().toList())
                .isEqualTo(routesOfTheApi().stream().sorted().toList());
    }

    /** Trap 2: something looked up by its id alone, through the URL of a program that one manages. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWithinAProgram")
    void trap2FindsNothingThroughAForeignProgram(Row row) {
        String path = resolved(row.path(), row.state())
                .replace(program.id().toString(), foreign.id().toString());

        assertThat(send(foreign.manager().client(), row, path).status()).isEqualTo(404);
    }

    /** Trap 2, one level further down: a comment or file looked up through another request. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWithinAProgram")
    void trap2FindsNothingThroughAnotherRequest(Row row) {
        String path = resolved(row.path(), row.state());
        boolean hasAPartOfTheRequest = row.path().contains("{requestId}")
                && row.path().indexOf('{', 34) > 0
                && !row.path().contains("{clientId}");
        if (hasAPartOfTheRequest) {
            String another =
                    TestingProgram.id(program.submitted(program.client())).toString();
            String[] parts = path.split("/", -1);
            parts[4] = another;

            assertThat(send(program.manager().client(), row, String.join("/", parts))
                            .status())
                    .isEqualTo(404);
        }
    }

    /** An archived program is read-only on every path: what works is tried again while it is archived. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("changesWithinAProgram")
    void changesNothingInAnArchivedProgram(Row row) {
        TestingClient admin = everybody.getFirst();
        String path = resolved(row.path(), row.state());
        program.archive();
        try {
            Answer refused = send(admin, row, path).expect(403);

            assertThat(refused.detail()).startsWith("The program is archived and can only be read.");
            assertThat(newestEvent()).isEqualTo("program:updated");
        } finally {
            program.set(Map.of("status", "active"));
        }
    }

    /** Neither an id of nothing nor what is no id at all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsWithIds")
    void findsNothingUnderAnIdOfNothing(Row row) {
        TestingClient admin = everybody.getFirst();
        for (String id : List.of(UUID.randomUUID().toString(), "no-id", "42", "%00")) {
            String path = resolved(row.path().replaceFirst("\\{(\\w+)}(?!.*\\{)", "NOTHING"), row.state())
                    .replace("NOTHING", id);
            Answer answer = send(admin, row, path);
            assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(404);
        }
    }

    private static long entries() {
        return server.database()
                .read(tx -> tx.handle()
                        .createQuery("SELECT count(*) FROM journal")
                        .mapTo(Long.class)
                        .one());
    }

    private static Answer send(TestingClient somebody, Row row, String path) {
        return send(somebody, row, path, body(row));
    }

    /** Whatever is answered must be what the description of the API says. */
    private static Answer send(TestingClient somebody, Row row, String path, String body) {
        Answer answer = body.equals("FILE")
                ? somebody.upload(path, "note.txt", "text/plain", "A note".getBytes(StandardCharsets.UTF_8))
                : somebody.send(row.method(), path, body.isEmpty() ? null : body);
        contract.check(row.route(), answer);
        return answer;
    }

    private static String body(Row row) {
        String body = row.body()
                .replace("USER", """
                        {"email":"UNIQUE@example.test","firstName":"A","lastName":"B","role":"client","password":"long enough"}
                        """)
                .replace("UNIQUE", "unique" + ++unique)
                .replace("PM", program.manager().id().toString())
                .replace("TM", program.teamMember().id().toString());
        if (body.contains("FIELDS")) {
            body = body.replace("FIELDS", fieldsInReverse());
        }
        if (body.contains("NEWCOMER")) {
            body = body.replace("NEWCOMER", server.people().teamMember().id().toString());
        }
        return body;
    }

    /** The path with ids of things that are made for this one call. */
    private static String resolved(String path, String state) {
        Somebody user = server.people().client();
        JsonNode request = path.contains("{requestId}") || path.contains("{key}") ? request(state) : null;
        String resolved = PLACEHOLDER
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "programId" -> program.id().toString();
                            case "userId" -> user.id().toString();
                            case "sessionId" -> session(user);
                            case "memberId" -> program.anotherTeamMember().id().toString();
                            case "fieldId" ->
                                id(program.field(Map.of("key", "unique" + ++unique, "label", "A", "type", "text")));
                            case "key" ->
                                Objects.requireNonNull(request).path("key").asText();
                            case "clientId" -> program.anotherClient().id().toString();
                            case "participantId" -> participant(Objects.requireNonNull(request));
                            case "templateId" -> id(template());
                            case "requestId" -> id(Objects.requireNonNull(request));
                            case "commentId" -> id(comment(Objects.requireNonNull(request)));
                            case "deletedCommentId" ->
                                deleted(Objects.requireNonNull(request), "comments", comment(request));
                            case "attachmentId" -> id(file(Objects.requireNonNull(request)));
                            case "deletedAttachmentId" ->
                                deleted(Objects.requireNonNull(request), "attachments", file(request));
                            default -> throw new IllegalArgumentException(found.group());
                        }));
        return "/api/v1" + resolved;
    }

    private static String newestEvent() {
        return everybody
                .getFirst()
                .get(program.path("activity?limit=1"))
                .expect(200)
                .body()
                .at("/data/0/event")
                .asText();
    }

    private static String fieldsInReverse() {
        List<String> ids = new ArrayList<>();
        program.manager()
                .client()
                .get(program.path("fields"))
                .expect(200)
                .body()
                .path("data")
                .forEach(field -> ids.addFirst(field.get("id").toString()));
        return String.join(",", ids);
    }

    private static JsonNode request(String state) {
        Somebody owner = program.client();
        return switch (state) {
            case "draft" -> program.draft(owner);
            case "deleted" -> deleted(owner);
            case "submitted" -> program.submitted(owner);
            case "shared" -> program.share(program.submitted(owner), otherClient);
            case "in_review" -> program.inReview(owner);
            case "approved" -> program.approved(owner);
            case "rejected" -> program.rejected(owner);
            case "completed" -> program.completed(owner);
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static JsonNode deleted(Somebody owner) {
        JsonNode draft = program.draft(owner);
        owner.client().delete(program.path(draft, "")).expect(204);
        return draft;
    }

    private static String participant(JsonNode request) {
        Somebody participant = program.anotherClient();
        program.share(request, participant);
        return participant.id().toString();
    }

    private static JsonNode template() {
        return program.manager()
                .client()
                .post(program.path("templates"), Map.of("name", "unique" + ++unique))
                .expect(201)
                .body();
    }

    private static JsonNode comment(JsonNode request) {
        return program.client()
                .client()
                .post(program.path(request, "comments"), Map.of("body", "Hello"))
                .expect(201)
                .body();
    }

    private static JsonNode file(JsonNode request) {
        return program.client()
                .client()
                .upload(
                        program.path(request, "attachments"),
                        "dot.gif",
                        "image/gif",
                        Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"))
                .expect(201)
                .body();
    }

    private static String session(Somebody user) {
        return id(
                user.client().get("me/sessions").expect(200).body().path("data").path(0));
    }

    private static String deleted(JsonNode request, String kind, JsonNode entity) {
        program.client()
                .client()
                .delete(program.path(request, kind + "/" + id(entity)))
                .expect(204);
        return id(entity);
    }

    private static String id(JsonNode entity) {
        return TestingProgram.id(entity).toString();
    }

    /** In the order of the table's columns. */
    private static List<TestingClient> everybody() {
        Somebody admin = server.people().admin();
        Somebody gone = program.join(server.people().manager(), "manager");
        admin.client().patch("users/" + gone.id(), Map.of("active", false)).expect(200);
        return List.of(
                admin.client(),
                program.manager().client(),
                program.teamMember().client(),
                program.client().client(),
                otherClient.client(),
                foreign.manager().client(),
                gone.client(),
                server.anonymous());
    }

    private static List<String> routesOfTheApi() {
        return contract.operations();
    }
}
