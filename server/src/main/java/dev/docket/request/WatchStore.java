package dev.docket.request;

import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Who watches requests. The view {@code request_watcher} knows who does without having said so. */
@Singleton
final class WatchStore {
    /** Watchers who may see the request now: staff of the program, admins, and clients whose it is. */
    private static final String WATCHERS = """
            FROM request_watcher w
            JOIN request r ON r.id = w.request_id
            JOIN app_user u ON u.id = w.user_id AND u.active
            LEFT JOIN membership m ON m.program_id = r.program_id AND m.user_id = u.id
            WHERE w.request_id = :request
              AND (u.role = 'admin' OR m.role = 'manager'
                   OR (m.role = 'team_member' AND (r.status <> 'draft' OR u.id IN (r.creator_id, r.assignee_id)))
                   OR (m.role = 'client'
                       AND (u.id = r.creator_id OR (r.status <> 'draft' AND u.id = ANY(r.participant_ids)))))
            """;

    boolean isWatching(Transaction tx, UUID requestId, UUID userId) {
        return tx.handle()
                .createQuery(
                        "SELECT EXISTS (SELECT FROM request_watcher WHERE request_id = :request AND user_id = :user)")
                .bind("request", requestId)
                .bind("user", userId)
                .mapTo(Boolean.class)
                .one();
    }

    void say(Transaction tx, Request request, UUID userId, boolean watching, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO request_watch (program_id, request_id, user_id, watching, changed_at)
                        VALUES (:program, :request, :user, :watching, :now)
                        ON CONFLICT (request_id, user_id) DO UPDATE
                        SET watching = excluded.watching, changed_at = excluded.changed_at
                        """)
                .bind("program", request.programId())
                .bind("request", request.id())
                .bind("user", userId)
                .bind("watching", watching)
                .bind("now", now)
                .execute();
    }

    /** By name. */
    List<Person> watchers(Transaction tx, UUID requestId, Paging paging) {
        return of(
                        tx,
                        "SELECT u.id, u.first_name || ' ' || u.last_name AS name " + WATCHERS
                                + "ORDER BY name, u.id LIMIT :limit OFFSET :offset",
                        requestId)
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map((rows, _) -> new Person(rows.getObject(1, UUID.class), rows.getString(2)))
                .list();
    }

    long count(Transaction tx, UUID requestId) {
        return of(tx, "SELECT count(*) " + WATCHERS, requestId)
                .mapTo(Long.class)
                .one();
    }

    private static Query of(Transaction tx, String sql, UUID requestId) {
        return tx.handle().createQuery(sql).bind("request", requestId);
    }
}
