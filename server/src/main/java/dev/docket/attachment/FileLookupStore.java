package dev.docket.attachment;

import dev.docket.request.AttachedFiles;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells requests about the files on them. */
@Singleton
final class FileLookupStore implements AttachedFiles {
    @Override
    public List<AttachedFile> find(Transaction tx, UUID programId, UUID requestId, Collection<UUID> ids) {
        return tx.handle()
                .createQuery("""
                        SELECT id, internal FROM attachment
                        WHERE id = ANY(:ids) AND request_id = :request AND program_id = :program
                          AND deleted_at IS NULL
                        """)
                .bindArray("ids", UUID.class, ids)
                .bind("request", requestId)
                .bind("program", programId)
                .map((rows, _) -> new AttachedFile(rows.getObject(1, UUID.class), rows.getBoolean(2)))
                .list();
    }
}
