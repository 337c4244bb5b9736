package dev.docket.request;

import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.program.CreatorUsage;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Who has how many active requests in a program. */
@Singleton
final class UsageStore {
    private static final String ACTIVE = """
            FROM request
            WHERE program_id = :program AND deleted_at IS NULL AND status IN ('submitted', 'in_review', 'approved')
            """;

    List<CreatorUsage> creators(Transaction tx, UUID programId, Paging paging) {
        return tx.handle()
                .createQuery("SELECT u.id, u.first_name || ' ' || u.last_name AS name, c.active FROM ("
                        + "SELECT creator_id, count(*) AS active " + ACTIVE + """
                        GROUP BY creator_id) AS c JOIN app_user u ON u.id = c.creator_id
                        ORDER BY c.active DESC, name, u.id
                        LIMIT :limit OFFSET :offset
                        """)
                .bind("program", programId)
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map((rows, _) ->
                        new CreatorUsage(new Person(rows.getObject(1, UUID.class), rows.getString(2)), rows.getInt(3)))
                .list();
    }

    long countCreators(Transaction tx, UUID programId) {
        return tx.handle()
                .createQuery("SELECT count(DISTINCT creator_id) " + ACTIVE)
                .bind("program", programId)
                .mapTo(Long.class)
                .one();
    }
}
