package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.testing.TestingDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients see of a large program is found by indexes, also below the policies of the wall. */
final class ClientListIndexTest {
    private static final TestingDatabase testing = TestingDatabase.create();
    private static final UUID program = Ids.next();
    private static final UUID client = UUID.fromString("00000000-0000-0000-0001-000000000007");

    @BeforeAll
    static void fill() {
        testing.database().writeOnly(tx -> {
            TestingDatabase.becomeOwner(tx);
            tx.handle().execute("SET LOCAL session_replication_role = replica"); // no foreign keys
            tx.handle().execute("""
                    INSERT INTO request (id, program_id, number, title, description, priority, status, fields, creator_id,
                        participant_ids, version, created_at, updated_at)
                    SELECT gen_random_uuid(), ?, n, 'Title', '', 'medium', 'submitted', '{}',
                        ('00000000-0000-0000-0001-' || lpad((n % 500)::text, 12, '0'))::uuid,
                        CASE WHEN n % 100 = 0
                             THEN ARRAY[('00000000-0000-0000-0001-' || lpad((n / 100 % 50)::text, 12, '0'))::uuid]
                             ELSE '{}' END,
                        1, now(), now()
                    FROM generate_series(1, 20000) n
                    """, program);
            tx.handle().execute("ANALYZE request");
        });
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    @Test
    void readsOwnAndSharedRequestsByTheirIndexes() {
        String plan = testing.database().read(tx -> {
            tx.enter(program);
            return String.join(
                    "\n",
                    tx.handle()
                            .createQuery("EXPLAIN " + select("*"))
                            .bind("program", program)
                            .bind("viewer", client)
                            .mapTo(String.class)
                            .list());
        });

        assertThat(plan).contains("request_creator", "request_pkey").doesNotContain("Seq Scan");
    }

    /** 40 filed by the client, 4 shared. */
    @Test
    void findsOwnAndSharedRequestsOfTheProgramEntered() {
        assertThat(count(program)).isEqualTo(44);
        assertThat(count(Ids.next())).isZero();
    }

    private static int count(UUID entered) {
        return testing.database().read(tx -> {
            tx.enter(entered);
            return tx.handle()
                    .createQuery(select("count(*)"))
                    .bind("program", program)
                    .bind("viewer", client)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    private static String select(String what) {
        return "SELECT " + what + " FROM request r WHERE r.program_id = :program AND r.deleted_at IS NULL AND "
                + RequestFilter.CLIENTS;
    }
}
