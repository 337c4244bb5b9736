package dev.docket.request;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Json;
import dev.docket.common.Person;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The requests' table. A request is always looked up by program and id. */
@Singleton
final class RequestStore {
    /** Names come by subselects, not joins: a row that was waited for is then answered with the names of its new state. */
    private static final String COLUMNS = """
            r.id, r.program_id, r.number, r.title, r.description, r.priority, r.status, r.fields,
            r.creator_id, r.assignee_id, r.due_date, r.rejection_reason,
            r.comment_count, r.internal_comment_count, r.attachment_count, r.internal_attachment_count,
            r.version, r.created_at, r.updated_at,
            (SELECT first_name || ' ' || last_name FROM app_user WHERE id = r.creator_id) AS creator_name,
            (SELECT role = 'client' FROM app_user WHERE id = r.creator_id) AS creator_is_client,
            (SELECT first_name || ' ' || last_name FROM app_user WHERE id = r.assignee_id) AS assignee_name
            """;

    private static final RowMapper<Request> REQUEST = (rows, _) -> request(rows);

    Optional<Request> find(Transaction tx, UUID programId, UUID id) {
        return one(tx, programId, id, "");
    }

    /** The row stays locked until the commit. */
    Optional<Request> lock(Transaction tx, UUID programId, UUID id) {
        return one(tx, programId, id, "FOR UPDATE");
    }

    void changeCount(Transaction tx, UUID id, CountChange change) {
        tx.handle()
                .createUpdate(
                        "UPDATE request SET " + change.column() + " = " + change.column() + " + :by WHERE id = :id")
                .bind("by", change.by())
                .bind("id", id)
                .execute();
    }

    private static Optional<Request> one(Transaction tx, UUID programId, UUID id, String lock) {
        return tx.handle()
                .createQuery("SELECT " + COLUMNS + """
                        FROM request r
                        WHERE r.id = :id AND r.program_id = :program AND r.deleted_at IS NULL
                        """ + lock)
                .bind("id", id)
                .bind("program", programId)
                .map(REQUEST)
                .findOne();
    }

    private static Request request(ResultSet rows) throws SQLException {
        return new Request(
                rows.getObject("id", UUID.class),
                rows.getObject("program_id", UUID.class),
                rows.getInt("number"),
                rows.getString("title"),
                rows.getString("description"),
                Priority.ofName(rows.getString("priority")),
                RequestStatus.ofName(rows.getString("status")),
                Json.read(rows.getString("fields"), new TypeReference<>() {}),
                new Person(rows.getObject("creator_id", UUID.class), rows.getString("creator_name")),
                rows.getBoolean("creator_is_client"),
                assignee(rows),
                rows.getObject("due_date", java.time.LocalDate.class),
                rows.getString("rejection_reason"),
                new Request.Counts(
                        rows.getInt("comment_count"),
                        rows.getInt("internal_comment_count"),
                        rows.getInt("attachment_count"),
                        rows.getInt("internal_attachment_count")),
                rows.getLong("version"),
                rows.getTimestamp("created_at").toInstant(),
                rows.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Person assignee(ResultSet rows) throws SQLException {
        UUID id = rows.getObject("assignee_id", UUID.class);
        return id == null ? null : new Person(id, rows.getString("assignee_name"));
    }
}
