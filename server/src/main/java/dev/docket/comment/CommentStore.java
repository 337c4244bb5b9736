package dev.docket.comment;

import dev.docket.common.Paging;
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

/** The comments' table. A comment is always looked up by program, request and id. */
@Singleton
final class CommentStore {
    private static final RowMapper<Comment> COMMENT = (rows, _) -> comment(rows);

    void insert(Transaction tx, Comment comment) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO comment (id, program_id, request_id, author_id, body, internal, created_at)
                        VALUES (:id, :program, :request, :author, :body, :internal, :createdAt)
                        """)
                .bind("id", comment.id())
                .bind("program", comment.programId())
                .bind("request", comment.requestId())
                .bind("author", comment.author().id())
                .bind("body", comment.body())
                .bind("internal", comment.internal())
                .bind("createdAt", comment.createdAt())
                .execute();
    }

    void delete(Transaction tx, UUID id, Instant at) {
        tx.handle()
                .createUpdate("UPDATE comment SET deleted_at = :at WHERE id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    /** Takes all text of whole requests away. */
    void empty(Transaction tx, List<UUID> requestIds, Instant at) {
        tx.handle()
                .createUpdate("""
                        UPDATE comment SET body = '', deleted_at = coalesce(deleted_at, :at)
                        WHERE request_id = ANY(:requests)
                        """)
                .bindArray("requests", UUID.class, requestIds)
                .bind("at", at)
                .execute();
    }

    Optional<Comment> find(Transaction tx, UUID programId, UUID requestId, UUID id) {
        return tx.handle()
                .createQuery("""
                        SELECT c.*, u.first_name || ' ' || u.last_name AS author_name
                        FROM comment c JOIN app_user u ON u.id = c.author_id
                        WHERE c.id = :id AND c.request_id = :request AND c.program_id = :program
                          AND c.deleted_at IS NULL
                        """)
                .bind("id", id)
                .bind("request", requestId)
                .bind("program", programId)
                .map(COMMENT)
                .findOne();
    }

    /** Oldest first. */
    List<Comment> page(Transaction tx, UUID programId, UUID requestId, boolean withInternal, Paging paging) {
        return tx.handle()
                .createQuery("""
                        SELECT c.*, u.first_name || ' ' || u.last_name AS author_name
                        FROM comment c JOIN app_user u ON u.id = c.author_id
                        WHERE c.request_id = :request AND c.program_id = :program
                          AND c.deleted_at IS NULL AND (:withInternal OR NOT c.internal)
                        ORDER BY c.created_at, c.id
                        LIMIT :limit OFFSET :offset
                        """)
                .bind("request", requestId)
                .bind("program", programId)
                .bind("withInternal", withInternal)
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map(COMMENT)
                .list();
    }

    private static Comment comment(ResultSet rows) throws SQLException {
        return new Comment(
                rows.getObject("id", UUID.class),
                rows.getObject("program_id", UUID.class),
                rows.getObject("request_id", UUID.class),
                new Person(rows.getObject("author_id", UUID.class), rows.getString("author_name")),
                rows.getString("body"),
                rows.getBoolean("internal"),
                rows.getTimestamp("created_at").toInstant());
    }
}
