package dev.docket.request;

import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deleted requests: rows of the requests' table that nothing else reads. */
@Singleton
final class DeletedRequestStore {
    private static final String DELETED =
            " FROM request r WHERE r.program_id = :program AND r.deleted_at IS NOT NULL AND r.purged_at IS NULL ";

    /** A deleted request with who deleted it and when. */
    record Deleted(Request request, Person by, Instant at) {}

    Request delete(Transaction tx, UUID id, UUID by, Instant now) {
        return tx.handle()
                .createQuery("""
                        UPDATE request r SET deleted_at = :now, deleted_by = :by, version = version + 1, updated_at = :now
                        WHERE id = :id
                        RETURNING
                        """ + RequestStore.COLUMNS)
                .bind("id", id)
                .bind("by", by)
                .bind("now", now)
                .map(RequestStore.REQUEST)
                .one();
    }

    Request restore(Transaction tx, UUID id, Instant now) {
        return tx.handle()
                .createQuery("""
                        UPDATE request r SET deleted_at = NULL, deleted_by = NULL, version = version + 1, updated_at = :now
                        WHERE id = :id
                        RETURNING
                        """ + RequestStore.COLUMNS)
                .bind("id", id)
                .bind("now", now)
                .map(RequestStore.REQUEST)
                .one();
    }

    /** The row stays locked until the commit. */
    Optional<Request> lock(Transaction tx, UUID programId, UUID id) {
        return tx.handle()
                .createQuery("SELECT " + RequestStore.COLUMNS + DELETED + "AND r.id = :id FOR UPDATE")
                .bind("program", programId)
                .bind("id", id)
                .map(RequestStore.REQUEST)
                .findOne();
    }

    /** Latest deleted first. */
    List<Deleted> list(Transaction tx, UUID programId, Paging paging) {
        return tx.handle()
                .createQuery("SELECT " + RequestStore.COLUMNS + """
                        , r.deleted_at, r.deleted_by,
                        (SELECT first_name || ' ' || last_name FROM app_user WHERE id = r.deleted_by) AS deleted_by_name
                        """ + DELETED
                        + "ORDER BY r.deleted_at DESC, r.id DESC LIMIT :limit OFFSET :offset")
                .bind("program", programId)
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map((rows, context) -> new Deleted(
                        RequestStore.REQUEST.map(rows, context),
                        new Person(rows.getObject("deleted_by", UUID.class), rows.getString("deleted_by_name")),
                        rows.getTimestamp("deleted_at").toInstant()))
                .list();
    }

    long count(Transaction tx, UUID programId) {
        return tx.handle()
                .createQuery("SELECT count(*)" + DELETED)
                .bind("program", programId)
                .mapTo(Long.class)
                .one();
    }

    /** Requests deleted before {@code before}, some of them; locked, without those that somebody else is at. */
    List<Request> lockOld(Transaction tx, Instant before, int limit) {
        return tx.handle()
                .createQuery("SELECT " + RequestStore.COLUMNS + """
                        FROM request r
                        WHERE r.deleted_at < :before AND r.purged_at IS NULL
                        ORDER BY r.deleted_at
                        LIMIT :limit
                        FOR UPDATE SKIP LOCKED
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .map(RequestStore.REQUEST)
                .list();
    }

    /** Empties the rows. Their numbers stay taken, and history still finds their keys. */
    void empty(Transaction tx, List<UUID> ids, Instant now) {
        tx.handle()
                .createUpdate("""
                        UPDATE request
                        SET title = '', description = '', fields = '{}', due_date = NULL, rejection_reason = NULL,
                            assignee_id = NULL, participant_ids = '{}', purged_at = :now
                        WHERE id = ANY(:ids)
                        """)
                .bindArray("ids", UUID.class, ids)
                .bind("now", now)
                .execute();
        tx.handle()
                .createUpdate("DELETE FROM request_watch WHERE request_id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute();
    }
}
