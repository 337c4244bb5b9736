package dev.docket.request;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whom requests are shared with: a column of the requests' table. */
@Singleton
final class ParticipantStore {
    Request add(Transaction tx, UUID requestId, UUID userId, Instant now) {
        return update(tx, requestId, userId, now, "array_append");
    }

    Request remove(Transaction tx, UUID requestId, UUID userId, Instant now) {
        return update(tx, requestId, userId, now, "array_remove");
    }

    private static Request update(Transaction tx, UUID requestId, UUID userId, Instant now, String change) {
        return tx.handle()
                .createQuery("UPDATE request r SET participant_ids = " + change + """
                        (participant_ids, CAST(:user AS uuid)), version = version + 1, updated_at = :now
                        WHERE id = :id
                        RETURNING
                        """ + RequestStore.COLUMNS)
                .bind("id", requestId)
                .bind("user", userId)
                .bind("now", now)
                .map(RequestStore.REQUEST)
                .one();
    }

    /** Requests of the program entered that are shared with the user, drafts included; deleted ones not. */
    List<UUID> sharedWith(Transaction tx, UUID userId) {
        return tx.handle()
                .createQuery("SELECT shared FROM requests_shared_with(:user) AS shared ORDER BY shared")
                .bind("user", userId)
                .mapTo(UUID.class)
                .list();
    }

    /** From deleted requests, which nobody sees: they come back without the participant. */
    void removeFromDeleted(Transaction tx, UUID programId, UUID userId) {
        tx.handle()
                .createUpdate("""
                        UPDATE request SET participant_ids = array_remove(participant_ids, CAST(:user AS uuid))
                        WHERE program_id = :program AND deleted_at IS NOT NULL AND purged_at IS NULL
                          AND participant_ids @> ARRAY[CAST(:user AS uuid)]
                        """)
                .bind("program", programId)
                .bind("user", userId)
                .execute();
    }

    /** What a client may read about in the program: own requests, deleted ones too, and what is shared with the client now. */
    List<UUID> known(Transaction tx, UUID programId, UUID clientId) {
        return tx.handle()
                .createQuery("SELECT r.id FROM request r WHERE r.program_id = :program AND " + RequestFilter.CLIENTS)
                .bind("program", programId)
                .bind("viewer", clientId)
                .mapTo(UUID.class)
                .list();
    }
}
