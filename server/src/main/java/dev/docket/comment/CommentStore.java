package dev.docket.comment;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Deletion;
import dev.docket.common.Json;
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

/** The comments' table. A comment is always looked up by program, request and id. */
@Singleton
final class CommentStore {
    private static final RowMapper<Comment> COMMENT = (rows, _) -> comment(rows);

    /** The names of its author and of those whom it mentions, as they are now. */
    static final String NAMES = """
            (SELECT first_name || ' ' || last_name FROM app_user WHERE id = c.author_id) AS author_name,
            (SELECT coalesce(json_agg(json_build_object(
                        'id', m.id, 'name', m.first_name || ' ' || m.last_name) ORDER BY x.place), '[]')
             FROM unnest(c.mentions) WITH ORDINALITY x(id, place) JOIN app_user m ON m.id = x.id) AS people
            """;

    private static final String SELECT = "SELECT c.*, " + NAMES + """
            FROM comment c WHERE c.request_id = :request AND c.program_id = :program
            """;
    private static final String VISIBLE = " AND c.deleted_at IS NULL AND (:withInternal OR NOT c.internal) ";

    /** Which comments of a request are asked for. */
    record Scope(UUID programId, UUID requestId, boolean withInternal) {}

    void insert(Transaction tx, Comment comment) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO comment (id, program_id, request_id, author_id, body, internal, mentions, created_at)
                        VALUES (:id, :program, :request, :author, :body, :internal, :mentions, :createdAt)
                        """)
                .bind("id", comment.id())
                .bind("program", comment.programId())
                .bind("request", comment.requestId())
                .bind("author", comment.author().id())
                .bind("body", comment.body())
                .bind("internal", comment.internal())
                .bindArray(
                        "mentions",
                        UUID.class,
                        comment.mentions().stream().map(Person::id).toList())
                .bind("createdAt", comment.createdAt())
                .execute();
    }

    /** @param deletion null: it is in sight again */
    void mark(Transaction tx, UUID id, @Nullable Deletion deletion) {
        tx.handle()
                .createUpdate("UPDATE comment SET deleted_at = :at, deleted_by = :by WHERE id = :id")
                .bind("at", deletion == null ? null : deletion.at())
                .bind("by", deletion == null ? null : deletion.by())
                .bind("id", id)
                .execute();
    }

    /** Takes all text of whole requests away. */
    void empty(Transaction tx, List<UUID> requestIds, Instant at) {
        tx.handle()
                .createUpdate("""
                        WITH earlier AS (
                            DELETE FROM comment_version
                            WHERE comment_id IN (SELECT id FROM comment WHERE request_id = ANY(:requests))
                        )
                        UPDATE comment SET body = '', mentions = '{}', deleted_at = coalesce(deleted_at, :at)
                        WHERE request_id = ANY(:requests)
                        """)
                .bindArray("requests", UUID.class, requestIds)
                .bind("at", at)
                .execute();
    }

    /** Also one that is deleted. */
    Optional<Comment> find(Transaction tx, CommentPlace place) {
        return tx.handle()
                .createQuery(SELECT + " AND c.id = :id")
                .bind("id", place.commentId())
                .bind("request", place.requestId())
                .bind("program", place.programId())
                .map(COMMENT)
                .findOne();
    }

    /** Oldest first. */
    List<Comment> page(Transaction tx, Scope scope, long offset, int limit) {
        return tx.handle()
                .createQuery(SELECT + VISIBLE + "ORDER BY c.created_at, c.id LIMIT :limit OFFSET :offset")
                .bind("request", scope.requestId())
                .bind("program", scope.programId())
                .bind("withInternal", scope.withInternal())
                .bind("limit", limit)
                .bind("offset", offset)
                .map(COMMENT)
                .list();
    }

    /** Oldest first, those behind another one. */
    List<Comment> after(Transaction tx, Scope scope, Comment last, int limit) {
        return tx.handle()
                .createQuery(SELECT + VISIBLE + """
                        AND (c.created_at, c.id) > (:lastAt, :lastId)
                        ORDER BY c.created_at, c.id LIMIT :limit
                        """)
                .bind("request", scope.requestId())
                .bind("program", scope.programId())
                .bind("withInternal", scope.withInternal())
                .bind("lastAt", last.createdAt())
                .bind("lastId", last.id())
                .bind("limit", limit)
                .map(COMMENT)
                .list();
    }

    private static Comment comment(ResultSet rows) throws SQLException {
        Timestamp edited = rows.getTimestamp("edited_at");
        Timestamp deleted = rows.getTimestamp("deleted_at");
        return new Comment(
                rows.getObject("id", UUID.class),
                rows.getObject("program_id", UUID.class),
                rows.getObject("request_id", UUID.class),
                new Person(rows.getObject("author_id", UUID.class), rows.getString("author_name")),
                rows.getString("body"),
                rows.getBoolean("internal"),
                people(rows),
                rows.getLong("version"),
                rows.getTimestamp("created_at").toInstant(),
                edited == null ? null : edited.toInstant(),
                deleted == null ? null : deletion(rows, deleted.toInstant()));
    }

    private static Deletion deletion(ResultSet rows, Instant at) throws SQLException {
        return new Deletion(rows.getObject("deleted_by", UUID.class), at);
    }

    static List<Person> people(ResultSet rows) throws SQLException {
        return Json.read(rows.getString("people"), new TypeReference<>() {});
    }
}
