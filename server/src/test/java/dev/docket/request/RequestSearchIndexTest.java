package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.identity.Role;
import dev.docket.testing.TestingDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search over many requests in several programs reads none of the tables from end to end. */
final class RequestSearchIndexTest {
    private static final TestingDatabase testing = TestingDatabase.create();
    private static final Actor admin = actor(Role.ADMIN, 1_000);
    private static final Actor client = actor(Role.CLIENT, 7);
    private static final Words WORDS = Words.of(new Violations(), "q", "0cc175b9c0");
    private static final List<String> WHOLE_TABLES = List.of("Seq Scan on request r", "Seq Scan on request_text t");

    /** Of 30,000 requests in 10 programs every one of 500 clients has 60. */
    @BeforeAll
    static void fill() {
        testing.database().writeOnly(tx -> {
            TestingDatabase.becomeOwner(tx);
            tx.handle().execute("SET LOCAL session_replication_role = replica"); // no foreign keys
            tx.handle().execute("""
                    INSERT INTO program (id, key, name, description, status, allow_client_submission, require_approval,
                        version, created_at)
                    SELECT ('00000000-0000-0000-0002-' || lpad(n::text, 12, '0'))::uuid, 'P' || chr(64 + n), 'P' || n, '',
                        'active', true, true, 1, now()
                    FROM generate_series(1, 10) n
                    """);
            tx.handle().execute("""
                    INSERT INTO membership (program_id, user_id, role, added_at)
                    SELECT id, ?, 'client', now() FROM program
                    """, client.id());
            tx.handle().execute("""
                    INSERT INTO request (id, program_id, number, title, description, priority, status, fields, creator_id,
                        version, created_at, updated_at)
                    SELECT gen_random_uuid(), ('00000000-0000-0000-0002-' || lpad((n % 10 + 1)::text, 12, '0'))::uuid, n,
                        md5(n::text), 'some ' || md5((n * 7)::text), 'medium', 'submitted', '{}',
                        ('00000000-0000-0000-0001-' || lpad((n / 10 % 500)::text, 12, '0'))::uuid,
                        1, now(), now() - n * interval '1 second'
                    FROM generate_series(1, 30000) n
                    """);
            tx.handle().execute("""
                    INSERT INTO request_text (request_id, program_id, words)
                    SELECT id, program_id, title || ' ' || description || CASE number WHEN 29990 THEN ' like PB-101' ELSE '' END
                    FROM request
                    """);
            tx.handle().execute("ANALYZE program, membership, request, request_text");
        });
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    @Test
    void findsRareWordsByTheirIndex() {
        assertThat(plan(admin, RequestSearchStore.amongAll(admin, WORDS)))
                .contains("request_text_words")
                .doesNotContain(WHOLE_TABLES);
    }

    @Test
    void looksForCommonWordsAmongTheLatestOfEachProgram() {
        assertThat(plan(admin, RequestSearchStore.amongLatest(admin, WORDS)))
                .contains("request_recent")
                .doesNotContain(WHOLE_TABLES);
    }

    @Test
    void looksForWhatIsAClientsByItsIndexes() {
        assertThat(plan(client, RequestSearchStore.amongLatest(client, WORDS)))
                .contains("request_creator")
                .doesNotContain(WHOLE_TABLES);
    }

    @Test
    void looksAmongAllForWordsButNotForTheKeyOfARequest() {
        RequestSearch search = new RequestSearch(testing.database(), new RequestSearchStore());

        assertThat(search.find(admin, "like PB-101", null).data())
                .extracting(RequestPlace::key)
                .containsExactly("PA-29990");
        assertThat(search.find(admin, "PB-101", null).data())
                .extracting(RequestPlace::key)
                .containsExactly("PB-101");
    }

    private static String plan(Actor actor, String sql) {
        return testing.database().read(tx -> {
            tx.seeEveryProgram();
            Query query = tx.handle()
                    .createQuery("EXPLAIN " + sql)
                    .bind("viewer", actor.id())
                    .bind("admin", actor.isAdmin())
                    .bind("limit", 9)
                    .bind("q0", WORDS.patterns().getFirst());
            if (sql.contains(":latest")) {
                query.bind("latest", 100);
            }
            return String.join("\n", query.mapTo(String.class).list());
        });
    }

    private static Actor actor(Role role, int number) {
        UUID id = UUID.fromString("00000000-0000-0000-0001-%012d".formatted(number));
        return new Actor(id, "Somebody", role, id, Instant.MAX);
    }
}
