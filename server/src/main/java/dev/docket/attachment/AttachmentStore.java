package dev.docket.attachment;

import dev.docket.common.Deletion;
import dev.docket.common.Person;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The attachments' table. An attachment is always looked up by program, request and id. */
@Singleton
final class AttachmentStore {
    private static final RowMapper<Attachment> ATTACHMENT = (rows, _) -> attachment(rows);

    private static final String SELECT = """
            SELECT a.*, u.first_name || ' ' || u.last_name AS uploader_name
            FROM attachment a JOIN app_user u ON u.id = a.uploader_id
            WHERE a.request_id = :request AND a.program_id = :program
            """;

    /** Which attachments of a request are asked for: {@code limit} behind {@code after}. */
    record Part(
            UUID programId,
            UUID requestId,
            boolean withInternal,
            @Nullable Attachment after,
            int limit) {}

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

    /** @param deletion null: it is in sight again */
    void mark(Transaction tx, UUID id, @Nullable Deletion deletion) {
        tx.handle()
                .createUpdate("UPDATE attachment SET deleted_at = :at, deleted_by = :by WHERE id = :id")
                .bind("at", deletion == null ? null : deletion.at())
                .bind("by", deletion == null ? null : deletion.by())
                .bind("id", id)
                .execute();
    }

    /** Takes all names of whole requests away. */
    void empty(Transaction tx, List<UUID> requestIds, Instant at) {
        tx.handle()
                .createUpdate("""
                        UPDATE attachment SET name = '', deleted_at = coalesce(deleted_at, :at)
                        WHERE request_id = ANY(:requests)
                        """)
                .bindArray("requests", UUID.class, requestIds)
                .bind("at", at)
                .execute();
    }

    boolean exists(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT FROM attachment WHERE id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /** Also one that is deleted. */
    Optional<Attachment> find(Transaction tx, AttachmentPlace place) {
        return tx.handle()
                .createQuery(SELECT + " AND a.id = :id")
                .bind("id", place.attachmentId())
                .bind("request", place.requestId())
                .bind("program", place.programId())
                .map(ATTACHMENT)
                .findOne();
    }

    /** Oldest first. */
    List<Attachment> list(Transaction tx, Part part) {
        Attachment after = part.after();
        return tx.handle()
                .createQuery(SELECT + """
                        AND a.deleted_at IS NULL AND (:withInternal OR NOT a.internal)
                        AND (:afterAt::timestamptz IS NULL OR (a.created_at, a.id) > (:afterAt, :afterId::uuid))
                        ORDER BY a.created_at, a.id LIMIT :limit
                        """)
                .bind("request", part.requestId())
                .bind("program", part.programId())
                .bind("withInternal", part.withInternal())
                .bind("afterAt", after == null ? null : after.createdAt())
                .bind("afterId", after == null ? null : after.id())
                .bind("limit", part.limit())
                .map(ATTACHMENT)
                .list();
    }

    private static Attachment attachment(ResultSet rows) throws SQLException {
        Timestamp deleted = rows.getTimestamp("deleted_at");
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
                new Attachment.Thumbnail(rows.getString("thumbnail_key"), rows.getBoolean("thumbnail_failed")),
                rows.getTimestamp("created_at").toInstant(),
                deleted == null ? null : new Deletion(rows.getObject("deleted_by", UUID.class), deleted.toInstant()));
    }
}
