package dev.docket.attachment;

import dev.docket.common.Person;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The attachments' table. An attachment is always looked up by program, request and id. */
@Singleton
final class AttachmentStore {
    private static final RowMapper<Attachment> ATTACHMENT = (rows, _) -> attachment(rows);

    void insert(Transaction tx, Attachment attachment) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO attachment (id, program_id, request_id, uploader_id, name, size, type, internal,
                            storage_key, created_at)
                        VALUES (:id, :program, :request, :uploader, :name, :size, :type, :internal,
                            :storageKey, :createdAt)
                        """)
                .bind("id", attachment.id())
                .bind("program", attachment.programId())
                .bind("request", attachment.requestId())
                .bind("uploader", attachment.uploadedBy().id())
                .bind("name", attachment.name())
                .bind("size", attachment.size())
                .bind("type", attachment.type().mediaType())
                .bind("internal", attachment.internal())
                .bind("storageKey", attachment.storageKey())
                .bind("createdAt", attachment.createdAt())
                .execute();
    }

    void delete(Transaction tx, UUID id, Instant at) {
        tx.handle()
                .createUpdate("UPDATE attachment SET deleted_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    /** Takes all names of whole requests away; answers where the bytes are. */
    List<String> empty(Transaction tx, List<UUID> requestIds, Instant at) {
        return tx.handle()
                .createQuery("""
                        UPDATE attachment SET name = '', deleted_at = coalesce(deleted_at, :at)
                        WHERE request_id = ANY(:requests)
                        RETURNING storage_key
                        """)
                .bindArray("requests", UUID.class, requestIds)
                .bind("at", at)
                .mapTo(String.class)
                .list();
    }

    boolean exists(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT FROM attachment WHERE id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Attachment> find(Transaction tx, UUID programId, UUID requestId, UUID id) {
        return tx.handle()
                .createQuery("""
                        SELECT a.*, u.first_name || ' ' || u.last_name AS uploader_name
                        FROM attachment a JOIN app_user u ON u.id = a.uploader_id
                        WHERE a.id = :id AND a.request_id = :request AND a.program_id = :program
                          AND a.deleted_at IS NULL
                        """)
                .bind("id", id)
                .bind("request", requestId)
                .bind("program", programId)
                .map(ATTACHMENT)
                .findOne();
    }

    /** Oldest first. */
    List<Attachment> list(Transaction tx, UUID programId, UUID requestId, boolean withInternal) {
        return tx.handle()
                .createQuery("""
                        SELECT a.*, u.first_name || ' ' || u.last_name AS uploader_name
                        FROM attachment a JOIN app_user u ON u.id = a.uploader_id
                        WHERE a.request_id = :request AND a.program_id = :program
                          AND a.deleted_at IS NULL AND (:withInternal OR NOT a.internal)
                        ORDER BY a.created_at, a.id
                        """)
                .bind("request", requestId)
                .bind("program", programId)
                .bind("withInternal", withInternal)
                .map(ATTACHMENT)
                .list();
    }

    private static Attachment attachment(ResultSet rows) throws SQLException {
        return new Attachment(
                rows.getObject("id", UUID.class),
                rows.getObject("program_id", UUID.class),
                rows.getObject("request_id", UUID.class),
                rows.getString("name"),
                rows.getLong("size"),
                FileType.ofMediaType(rows.getString("type")).orElseThrow(),
                rows.getBoolean("internal"),
                new Person(rows.getObject("uploader_id", UUID.class), rows.getString("uploader_name")),
                rows.getString("storage_key"),
                rows.getTimestamp("created_at").toInstant());
    }
}
