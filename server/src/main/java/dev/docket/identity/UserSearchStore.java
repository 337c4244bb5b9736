package dev.docket.identity;

import dev.docket.common.Paging;
import dev.docket.common.Text;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** Lists of users. */
@Singleton
final class UserSearchStore {
    private static final String MATCHING = """
            FROM app_user
            WHERE first_name || ' ' || last_name || ' ' || email ILIKE :pattern
              AND (:role::text IS NULL OR role = :role)
              AND (:active::boolean IS NULL OR active = :active)
            """;

    /** By name. */
    List<User> search(Transaction tx, UserFilter filter, Paging paging) {
        return bound(
                        tx.handle()
                                .createQuery("SELECT *\n" + MATCHING
                                        + "ORDER BY last_name, first_name, id LIMIT :limit OFFSET :offset"),
                        filter)
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map((rows, _) -> UserStore.user(rows))
                .list();
    }

    long count(Transaction tx, UserFilter filter) {
        return bound(tx.handle().createQuery("SELECT count(*)\n" + MATCHING), filter)
                .mapTo(Long.class)
                .one();
    }

    private static Query bound(Query query, UserFilter filter) {
        return query.bind("pattern", Text.likePattern(filter.text()))
                .bind("role", filter.role() == null ? null : filter.role().wireName())
                .bindByType("active", filter.active(), Boolean.class);
    }
}
