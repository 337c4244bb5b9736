package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.journal.Journal;
import dev.docket.storage.Database;
import dev.docket.testing.TestingDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page of a long audit costs what a page costs: each filter has its index, and nothing is sorted. */
final class AuditIndexTest {
    private static final TestingDatabase testing = TestingDatabase.create();
    private static final Database database = testing.database();

    @BeforeAll
    static void fill() {
        database.writeOnly(tx -> {
            TestingDatabase.becomeOwner(tx);
            tx.handle().execute("""
                    INSERT INTO journal (stream, seq, id, event, request_id, version, subject_id, actor_id, actor_name, level,
                        staff_users, client_users, forget_level, forget_users, changes, data, at, hash)
                    SELECT ?, n, gen_random_uuid(), 'request:' || n % 20, ('00000000-0000-0000-0001-' || lpad((n / 10)::text, 12, '0'))::uuid, 1,
                        ('00000000-0000-0000-0002-' || lpad((n % 50)::text, 12, '0'))::uuid,
                        ('00000000-0000-0000-0003-' || lpad((n % 50)::text, 12, '0'))::uuid, 'Sam', 'staff',
                        '{}', '{}', 'none', '{}', '[]', '{}', timestamptz '2026-01-01' + n * interval '1 minute', ''
                    FROM generate_series(1, 20000) n
                    """, Journal.SYSTEM);
            tx.handle().execute("ANALYZE journal");
        });
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    @Test
    void readsEachPageByAnIndexInItsOrder() {
        for (String filter : List.of(
                "true",
                "event = 'request:7'",
                "actor_id = '00000000-0000-0000-0003-000000000007'",
                "subject_id = '00000000-0000-0000-0002-000000000007'",
                "at >= '2026-01-03' AND at < '2026-01-05'")) {
            String plan = plan(
                    filter + " AND (at, id) < ('2026-01-10', '00000000-0000-0000-0000-000000000000')",
                    "at DESC, id DESC");

            assertThat(plan).as(filter).contains("Index Scan").doesNotContain("Seq Scan", "Sort");
        }
    }

    @Test
    void readsAProgramByItsNumbers() {
        assertThat(plan("stream = '00000000-0000-0000-0000-000000000000' AND seq < 9000", "seq DESC"))
                .contains("journal_pkey")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void readsTheHistoryOfARequestByItsIndex() {
        assertThat(plan("request_id = '00000000-0000-0000-0001-000000000007'", "at DESC, id DESC"))
                .contains("journal_request")
                .doesNotContain("Seq Scan");
    }

    private static String plan(String condition, String order) {
        return database.read(tx -> {
            tx.seeEveryProgram();
            return String.join(
                    "\n",
                    tx.handle()
                            .createQuery("EXPLAIN SELECT * FROM journal WHERE " + condition + " ORDER BY " + order
                                    + " LIMIT 51")
                            .mapTo(String.class)
                            .list());
        });
    }
}
