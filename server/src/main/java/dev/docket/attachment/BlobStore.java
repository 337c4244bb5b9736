package dev.docket.attachment;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attachments' table as the book of what the storage keeps. */
@Singleton
final class BlobStore {
    /** A row whose bytes may go. */
    record Leaving(UUID id, String storageKey, @Nullable String thumbnailKey) {}

    /** Bytes and files that a program keeps, with the deleted ones that are still there. */
    record Usage(long bytes, int files) {}

    Usage usage(Transaction tx, UUID programId) {
        return tx.handle()
                .createQuery("""
                        SELECT coalesce(sum(size), 0), count(*) FROM attachment
                        WHERE program_id = :program AND storage_key IS NOT NULL
                        """)
                .bind("program", programId)
                .map((rows, _) -> new Usage(rows.getLong(1), rows.getInt(2)))
                .one();
    }

    /** Deleted before {@code before}, or on a request that is gone for good. */
    List<Leaving> leaving(Transaction tx, Instant before, int limit) {
        return tx.handle()
                .createQuery("""
                        SELECT id, storage_key, thumbnail_key FROM attachment
                        WHERE storage_key IS NOT NULL AND (request_id IS NULL OR deleted_at < :before)
                        ORDER BY deleted_at, id LIMIT :limit
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .map((rows, _) -> new Leaving(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)))
                .list();
    }

    void gone(Transaction tx, Collection<UUID> ids) {
        tx.handle().createUpdate("""
                        WITH purged AS (DELETE FROM attachment WHERE id = ANY(:ids) AND request_id IS NULL)
                        UPDATE attachment SET storage_key = NULL, thumbnail_key = NULL
                        WHERE id = ANY(:ids) AND request_id IS NOT NULL
                        """).bindArray("ids", UUID.class, ids).execute();
    }

    /** Those of {@code keys} that some row names. */
    Set<String> known(Transaction tx, Collection<String> keys) {
        return tx.handle()
                .createQuery("""
                        SELECT storage_key FROM attachment WHERE storage_key = ANY(:keys)
                        UNION SELECT thumbnail_key FROM attachment WHERE thumbnail_key = ANY(:keys)
                        """)
                .bindArray("keys", String.class, keys)
                .mapTo(String.class)
                .set();
    }

    /** @return whether the row took it; not if another was faster, or the bytes have gone */
    boolean setThumbnail(Transaction tx, UUID id, String key) {
        return tx.handle().createUpdate("""
                                UPDATE attachment SET thumbnail_key = :key
                                WHERE id = :id AND thumbnail_key IS NULL AND storage_key IS NOT NULL
                                """).bind("key", key).bind("id", id).execute() > 0;
    }

    void markWithoutThumbnail(Transaction tx, UUID id) {
        tx.handle().execute("UPDATE attachment SET thumbnail_failed = true WHERE id = ?", id);
    }
}
