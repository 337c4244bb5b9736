package dev.docket.request;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Json;
import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.program.ActiveUsage;
import dev.docket.storage.Later;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The requests' table. A request is always looked up by program and id. */
@Singleton
final class RequestStore {
    /** Names come by subselects, not joins: a row that was waited for is then answered with the names of its new state. */
    static final String COLUMNS = """
            r.id, r.program_id, r.number, r.title, r.description, r.priority, r.status, r.fields,
            r.creator_id, r.assignee_id, r.due_date, r.rejection_reason,
            r.comment_count, r.internal_comment_count, r.attachment_count, r.internal_attachment_count,
            r.version, r.created_at, r.updated_at,
            (SELECT first_name || ' ' || last_name FROM app_user WHERE id = r.creator_id) AS creator_name,
            (SELECT role = 'client' FROM app_user WHERE id = r.creator_id) AS creator_is_client,
            (SELECT first_name || ' ' || last_name FROM app_user WHERE id = r.assignee_id) AS assignee_name,
            CASE WHEN r.participant_ids <> '{}' THEN (
                SELECT json_agg(
                    json_build_object('id', p.id, 'name', coalesce(u.first_name || ' ' || u.last_name, ''))
                    ORDER BY u.first_name, u.last_name, p.id)
                FROM unnest(r.participant_ids) p (id) LEFT JOIN app_user u ON u.id = p.id) END AS participants
            """;

    private static final String UPDATE = """
            UPDATE request
            SET title = :title, description = :description, priority = :priority, due_date = :dueDate,
                fields = :fields::jsonb, status = :status, rejection_reason = :reason,
                assignee_id = :assignee, version = :version, updated_at = :now
            WHERE id = :id AND version = :version - 1
            """;

    static final RowMapper<Request> REQUEST = (rows, _) -> request(rows);

    Optional<Request> find(Transaction tx, UUID programId, UUID id) {
        return one(tx, programId, id, "");
    }

    /** The row stays locked until the commit. */
    Optional<Request> lock(Transaction tx, UUID programId, UUID id) {
        return one(tx, programId, id, "FOR UPDATE");
    }

    Request insert(
            Transaction tx, UUID id, UUID programId, int number, UUID creatorId, RequestContent content, Instant now) {
        return content(tx.handle().createQuery("""
                        INSERT INTO request AS r (id, program_id, number, title, description, priority, status, fields,
                            creator_id, due_date, version, created_at, updated_at)
                        VALUES (:id, :program, :number, :title, :description, :priority, 'draft', :fields::jsonb,
                            :creator, :dueDate, 1, :now, :now)
                        RETURNING
                        """ + COLUMNS), content)
                .bind("id", id)
                .bind("program", programId)
                .bind("number", number)
                .bind("creator", creatorId)
                .bind("now", now)
                .map(REQUEST)
                .one();
    }

    /** Writes what a change has made of a request that the caller has locked. It goes with the journal's entry. */
    Request update(Transaction tx, Request changed) {
        tx.later(new Later(UPDATE, statement -> bind(statement, changed), answer -> {
            if (answer.getUpdateCount() != 1) {
                throw new IllegalStateException("request " + changed.id() + " was not written");
            }
        }));
        return changed;
    }

    private static void bind(Query statement, Request changed) {
        content(statement, RequestContent.of(changed))
                .bind("id", changed.id())
                .bind("status", changed.status().wireName())
                .bind("reason", changed.rejectionReason())
                .bind(
                        "assignee",
                        changed.assignee() == null ? null : changed.assignee().id())
                .bind("version", changed.version())
                .bind("now", changed.updatedAt());
    }

    void changeCount(Transaction tx, UUID id, CountChange change) {
        String column = change.column();
        tx.handle()
                .createUpdate("UPDATE request SET " + column + " = " + column + " + :by WHERE id = :id")
                .bind("by", change.by())
                .bind("id", id)
                .execute();
    }

    /** How many requests of the program are active, and how many of one creator among them. */
    ActiveUsage active(Transaction tx, UUID programId, UUID creatorId) {
        return active(tx, List.of(programId), creatorId).getOrDefault(programId, ActiveUsage.NONE);
    }

    Map<UUID, ActiveUsage> active(Transaction tx, Collection<UUID> programIds, UUID creatorId) {
        return tx
                .handle()
                .createQuery("""
                        SELECT program_id, count(*), count(*) FILTER (WHERE creator_id = :creator)
                        FROM request
                        WHERE program_id = ANY(:programs) AND deleted_at IS NULL
                          AND status IN ('submitted', 'in_review', 'approved')
                        GROUP BY program_id
                        """)
                .bindArray("programs", UUID.class, programIds)
                .bind("creator", creatorId)
                .map((rows, _) ->
                        Map.entry(rows.getObject(1, UUID.class), new ActiveUsage(rows.getInt(2), rows.getInt(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Request> findByNumber(Transaction tx, UUID programId, int number) {
        return tx.handle()
                .createQuery("SELECT " + COLUMNS + """
                        FROM request r
                        WHERE r.program_id = :program AND r.number = :number AND r.deleted_at IS NULL
                        """)
                .bind("program", programId)
                .bind("number", number)
                .map(REQUEST)
                .findOne();
    }

    /** Numbers of requests of the program, deleted ones included. */
    Map<UUID, Integer> numbers(Transaction tx, UUID programId, Collection<UUID> ids) {
        return tx
                .handle()
                .createQuery("SELECT id, number FROM request WHERE program_id = :program AND id = ANY(:ids)")
                .bind("program", programId)
                .bindArray("ids", UUID.class, ids)
                .map((rows, _) -> Map.entry(rows.getObject(1, UUID.class), rows.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Request> list(Transaction tx, RequestFilter filter, Paging paging) {
        return filter.bind(tx.handle()
                        .createQuery("SELECT " + COLUMNS + "FROM request r WHERE " + filter.condition() + " ORDER BY "
                                + filter.order() + " LIMIT :limit OFFSET :offset"))
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map(REQUEST)
                .list();
    }

    long count(Transaction tx, RequestFilter filter) {
        return filter.bind(tx.handle().createQuery("SELECT count(*) FROM request r WHERE " + filter.condition()))
                .mapTo(Long.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S content(S statement, RequestContent content) {
        return statement
                .bind("title", content.title())
                .bind("description", content.description())
                .bind("priority", content.priority().wireName())
                .bind("dueDate", content.dueDate())
                .bind("fields", Json.write(content.fields()));
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
                participants(rows),
                rows.getObject("due_date", LocalDate.class),
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

    private static List<Person> participants(ResultSet rows) throws SQLException {
        String people = rows.getString("participants");
        return people == null ? List.of() : Json.read(people, new TypeReference<>() {});
    }

    private static @Nullable Person assignee(ResultSet rows) throws SQLException {
        UUID id = rows.getObject("assignee_id", UUID.class);
        return id == null ? null : new Person(id, rows.getString("assignee_name"));
    }
}
