package dev.docket.identity;

import dev.docket.journal.Journal;
import dev.docket.storage.Transaction;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the journal says of users and settings. */
final class SystemStream {
    private SystemStream() {}

    /** Entries about one user as event, actor and changes, oldest first. */
    static List<String> about(TestingServer server, UUID user) {
        return server.database()
                .read(tx -> entered(tx)
                        .createQuery("""
                                SELECT event || ' ' || actor_name || ' ' || changes FROM journal
                                WHERE stream = :stream AND subject_id = :user ORDER BY seq
                                """)
                        .bind("stream", Journal.SYSTEM)
                        .bind("user", user)
                        .mapTo(String.class)
                        .list());
    }

    /** Every word of it. */
    static String text(TestingServer server) {
        return server.database()
                .read(tx -> entered(tx)
                        .createQuery("SELECT string_agg(j::text, E'\\n') FROM journal j WHERE stream = :stream")
                        .bind("stream", Journal.SYSTEM)
                        .mapTo(String.class)
                        .one());
    }

    private static Handle entered(Transaction tx) {
        tx.enter(Journal.SYSTEM);
        return tx.handle();
    }
}
