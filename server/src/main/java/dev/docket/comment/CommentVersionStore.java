package dev.docket.comment;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table of earlier texts, and the step that puts one there. */
@Singleton
final class CommentVersionStore {
    /** Keeps the present text as an earlier one and puts another in its place. */
    void replace(Transaction tx, Comment comment, String body, Collection<UUID> mentions, Instant at) {
        tx.handle()
                .createUpdate("""
                        WITH earlier AS (
                            INSERT INTO comment_version (comment_id, version, program_id, body, mentions, written_at)
                            SELECT id, version, program_id, body, mentions, coalesce(edited_at, created_at)
                            FROM comment WHERE id = :id)
                        UPDATE comment SET body = :body, mentions = :mentions, version = version + 1, edited_at = :at
                        WHERE id = :id
                        """)
                .bind("id", comment.id())
                .bind("body", body)
                .bindArray("mentions", UUID.class, mentions)
                .bind("at", at)
                .execute();
    }

    /** Newest first, those older than {@code before}. */
    List<CommentVersion> list(Transaction tx, CommentPlace place, long before, int limit) {
        return tx.handle()
                .createQuery("""
                        SELECT v.version, v.body, v.written_at,
                               (SELECT coalesce(json_agg(json_build_object(
                                           'id', m.id, 'name', m.first_name || ' ' || m.last_name)), '[]')
                                FROM app_user m WHERE m.id = ANY(v.mentions)) AS people
                        FROM comment_version v
                        WHERE v.comment_id = :comment AND v.program_id = :program AND v.version < :before
                        ORDER BY v.version DESC LIMIT :limit
                        """)
                .bind("comment", place.commentId())
                .bind("program", place.programId())
                .bind("before", before)
                .bind("limit", limit)
                .map((rows, _) -> new CommentVersion(
                        rows.getLong("version"),
                        rows.getString("body"),
                        CommentStore.people(rows),
                        rows.getTimestamp("written_at").toInstant()))
                .list();
    }
}
