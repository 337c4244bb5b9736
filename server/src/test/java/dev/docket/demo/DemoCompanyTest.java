package dev.docket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Settings;
import dev.docket.identity.Role;
import dev.docket.storage.Transaction;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class DemoCompanyTest {
    private static final TestingServer server = TestingServer.start(Map.of("DOCKET_DEMO", "true"));
    private static final DemoAccounts accounts = server.running().demoAccounts().orElseThrow();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void hasPeopleOfAllRolesWhoCanLogIn() {
        assertThat(accounts.accounts())
                .hasSizeBetween(12, 16)
                .extracting(DemoAccounts.Account::role)
                .contains(Role.values());
        for (Role role : Role.values()) {
            assertThat(logIn(role).role()).isEqualTo(role);
        }
    }

    @Test
    void givesOutNoPasswordThatIsTheSameEverywhere() throws IOException {
        String password = accounts.accounts().getFirst().password();
        assertThat(password).hasSizeGreaterThanOrEqualTo(16);
        assertThat(DemoAccounts.newPassword()).isNotEqualTo(password);

        Path folder = server.bean(Settings.class).dataDir();
        Path file = folder.resolve("demo-accounts.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains(accounts.table());
        assertThat(DemoAccounts.read(folder)).contains(accounts);
        assertThat(accounts.toString()).doesNotContain(password);
    }

    @Test
    void hasProgramsWithFieldsOfEveryType() {
        List<JsonNode> programs = programs(logIn(Role.ADMIN));

        assertThat(programs).hasSize(5);
        assertThat(programs)
                .allSatisfy(program -> assertThat(program.path("fields").findValuesAsText("type"))
                        .contains("text", "number", "date", "dropdown", "checkbox"));
    }

    @Test
    void hasSomeHundredRequestsInAllStates() {
        Map<String, Long> byStatus =
                count("SELECT status, count(*) FROM request WHERE deleted_at IS NULL GROUP BY status");

        assertThat(byStatus).containsOnlyKeys("draft", "submitted", "in_review", "approved", "rejected", "completed");
        assertThat(byStatus.values()).allMatch(count -> count >= 2); // what is under way depends on the hour
        assertThat(byStatus.values().stream().mapToLong(Long::longValue).sum()).isBetween(150L, 400L);
        assertThat(count("SELECT priority, count(*) FROM request GROUP BY priority"))
                .hasSize(4);
        assertThat(number("SELECT count(*) FROM request WHERE assignee_id IS NOT NULL"))
                .isGreaterThan(60);
    }

    @Test
    void hasTalkAndFilesOfSeveralKinds() {
        assertThat(count("SELECT internal::text, count(*) FROM comment GROUP BY internal")
                        .values())
                .hasSize(2)
                .allMatch(count -> count > 20);
        assertThat(count("SELECT type, count(*) FROM attachment GROUP BY type"))
                .containsOnlyKeys("image/png", "application/pdf", "text/csv", "text/plain");
    }

    @Test
    void mentionsPeopleOfStaffAndClientsOnTheirStartPages() {
        assertThat(mentions(Role.MANAGER)).isPositive();
        assertThat(mentions(Role.CLIENT)).isPositive();
    }

    private static long mentions(Role role) {
        return accounts.accounts().stream()
                .filter(account -> account.role() == role)
                .mapToLong(account -> server.people()
                        .logIn(account.email(), account.password())
                        .client()
                        .get("me/mentions")
                        .expect(200)
                        .body()
                        .at("/pagination/total")
                        .asLong())
                .sum();
    }

    @Test
    void isSpreadOverTheLastWeeksAndNeverLiesAhead() {
        Instant first = time("SELECT min(created_at) FROM request");
        Instant last = time("SELECT max(updated_at) FROM request");

        assertThat(first).isBefore(Instant.now().minus(Duration.ofDays(28)));
        assertThat(last).isBetween(Instant.now().minus(Duration.ofDays(5)), Instant.now());
    }

    @Test
    void leftAJournalWithoutGapsInTheOrderOfTime() {
        assertThat(number("""
                SELECT count(*) FROM stream s
                WHERE s.head <> (SELECT count(*) FROM journal j WHERE j.stream = s.id)
                   OR s.head <> (SELECT coalesce(max(seq), 0) FROM journal j WHERE j.stream = s.id)
                """)).isZero();
        assertThat(number("""
                SELECT count(*) FROM (
                    SELECT at < lag(at) OVER (PARTITION BY stream ORDER BY seq) AS backwards
                    FROM journal JOIN program ON program.id = journal.stream
                ) entries WHERE backwards
                """)).isZero();
    }

    @Test
    void countsWhatThereIs() {
        assertThat(number("""
                SELECT count(*) FROM request r
                WHERE comment_count <> (SELECT count(*) FROM comment c
                        WHERE c.request_id = r.id AND NOT c.internal AND c.deleted_at IS NULL)
                   OR internal_attachment_count <> (SELECT count(*) FROM attachment a
                        WHERE a.request_id = r.id AND a.internal AND a.deleted_at IS NULL)
                """)).isZero();
    }

    @Test
    void isAWorldInWhichClientsSeeOnlyTheirOwnAndWhatIsSharedWithThem() {
        Somebody client = logIn(Role.CLIENT);
        String me = client.id().toString();
        for (JsonNode program : programs(client)) {
            JsonNode requests = client.client()
                    .get("programs/" + program.path("id").asText() + "/requests?limit=100")
                    .expect(200)
                    .body()
                    .path("data");
            requests.forEach(request -> assertThat(concerned(request)).contains(me));
        }
        assertThat(number("SELECT count(*) FROM request WHERE participant_ids <> '{}'"))
                .isPositive();
    }

    private static Set<String> concerned(JsonNode request) {
        Set<String> concerned = new HashSet<>();
        concerned.add(request.path("creator").path("id").asText());
        request.path("participants")
                .forEach(person -> concerned.add(person.path("id").asText()));
        return concerned;
    }

    @Test
    void isMadeOnlyOnce() {
        long before = number("SELECT count(*) FROM journal");

        assertThat(server.bean(DemoCompany.class).seedIfEmpty()).contains(accounts);
        assertThat(number("SELECT count(*) FROM journal")).isEqualTo(before);
    }

    @Test
    void hasColleaguesWhoDoOnlyWhatTheyMay() throws IOException, InterruptedException {
        Set<String> deeds = new HashSet<>();
        try (DemoTraffic traffic = new DemoTraffic(server.address(), accounts, 7)) {
            for (int i = 0; i < 120; i++) {
                DemoTraffic.Done done = traffic.step();
                assertThat(done.reply().ok())
                        .as("%s: %s", done.what(), done.reply().body())
                        .isTrue();
                deeds.add(done.what().replaceFirst("\\S+ (\\w+).*", "$1"));
            }
        }
        assertThat(deeds).hasSizeGreaterThanOrEqualTo(6).contains("comment", "createRequest");
    }

    private static Somebody logIn(Role role) {
        DemoAccounts.Account account = accounts.accounts().stream()
                .filter(candidate -> candidate.role() == role)
                .findFirst()
                .orElseThrow();
        return server.people().logIn(account.email(), account.password());
    }

    private static List<JsonNode> programs(Somebody viewer) {
        return DemoTraffic.list(viewer.client().get("programs").expect(200).body());
    }

    private static Map<String, Long> count(String sql) {
        return server.database()
                .read(tx -> everywhere(tx)
                        .createQuery(sql)
                        .map((rows, _) -> Map.entry(rows.getString(1), rows.getLong(2)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static long number(String sql) {
        return server.database()
                .read(tx -> everywhere(tx).createQuery(sql).mapTo(Long.class).one());
    }

    private static Handle everywhere(Transaction tx) {
        tx.seeEveryProgram();
        return tx.handle();
    }

    private static Instant time(String sql) {
        Function<java.sql.Timestamp, Instant> instant = java.sql.Timestamp::toInstant;
        return server.database()
                .read(tx -> instant.apply(everywhere(tx)
                        .createQuery(sql)
                        .mapTo(java.sql.Timestamp.class)
                        .one()));
    }
}
