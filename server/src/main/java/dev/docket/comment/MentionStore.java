package dev.docket.comment;

import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.identity.Actor;
import dev.docket.request.RequestPlace;
import dev.docket.request.SeenRequests;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Comments over all programs of one user that mention this user, only those that the user sees; archived programs are left out. */
@Singleton
final class MentionStore {
    private static final String MENTIONS = """
            FROM comment c JOIN request r ON r.id = c.request_id JOIN (
            """ + SeenRequests.PROGRAMS + """
            ) s ON s.id = c.program_id
            WHERE c.mentions @> ARRAY[CAST(:viewer AS uuid)] AND c.mentions <> '{}' AND c.deleted_at IS NULL
              AND (s.role <> 'client' OR NOT c.internal)
              AND s.status = 'active' AND r.deleted_at IS NULL AND
            """;

    /** Newest first. */
    List<Mention> list(Transaction tx, Actor actor, Paging paging) {
        return mentions(
                        tx,
                        actor,
                        "SELECT c.id, c.body, c.internal, c.created_at, c.author_id, " + CommentStore.NAMES + """
                        , r.program_id, r.id AS request_id, s.key || '-' || r.number AS key, r.title
                        """,
                        " ORDER BY c.created_at DESC, c.id DESC LIMIT :limit OFFSET :offset")
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map((rows, _) -> mention(rows))
                .list();
    }

    long count(Transaction tx, Actor actor) {
        return mentions(tx, actor, "SELECT count(*) ", "").mapTo(Long.class).one();
    }

    private static Query mentions(Transaction tx, Actor actor, String select, String order) {
        return tx.handle()
                .createQuery(select + MENTIONS + SeenRequests.condition(actor) + order)
                .bind("viewer", actor.id())
                .bind("admin", actor.isAdmin());
    }

    private static Mention mention(ResultSet rows) throws SQLException {
        return new Mention(
                rows.getObject("id", UUID.class),
                new RequestPlace(
                        rows.getObject("program_id", UUID.class),
                        rows.getObject("request_id", UUID.class),
                        rows.getString("key"),
                        rows.getString("title")),
                new Person(rows.getObject("author_id", UUID.class), rows.getString("author_name")),
                rows.getString("body"),
                CommentStore.people(rows),
                rows.getBoolean("internal"),
                rows.getTimestamp("created_at").toInstant());
    }
}
