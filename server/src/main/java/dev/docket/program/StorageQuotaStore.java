package dev.docket.program;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The column of the program's table that says how much a program may store. */
@Singleton
final class StorageQuotaStore {
    Optional<Long> find(Transaction tx, UUID programId) {
        return tx.handle()
                .createQuery(
                        "SELECT storage_quota_bytes FROM program WHERE id = :id AND storage_quota_bytes IS NOT NULL")
                .bind("id", programId)
                .mapTo(Long.class)
                .findOne();
    }

    void update(Transaction tx, UUID programId, @Nullable Long bytes) {
        tx.handle()
                .createUpdate("UPDATE program SET storage_quota_bytes = :bytes WHERE id = :id")
                .bind("bytes", bytes)
                .bind("id", programId)
                .execute();
    }
}
