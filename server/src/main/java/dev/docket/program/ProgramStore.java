package dev.docket.program;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Json;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.storage.Transaction;
import dev.docket.storage.UniqueViolation;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The program's table, read together with the definitions of its fields. */
@Singleton
final class ProgramStore {
    private static final String COLUMNS = """
            p.id, p.key, p.name, p.description, p.status, p.allow_client_submission, p.require_approval,
            p.require_complete_checklists, p.max_active_requests, p.max_active_requests_per_user, p.start_date,
            p.end_date, p.time_zone, p.due_rule_enabled, p.due_offset_days, p.due_date_field, p.compliance_type,
            p.version, p.created_at,
            (SELECT coalesce(json_agg(json_build_object(
                        'id', f.id, 'key', f.key, 'label', f.label, 'type', f.type, 'required', f.required,
                        'options', f.options, 'items', f.items, 'placeholder', f.placeholder, 'visibility', f.visibility,
                        'position', f.position) ORDER BY f.position), '[]')
             FROM field_definition f WHERE f.program_id = p.id AND f.removed_at IS NULL) AS fields
            """;

    private static final String ENTERED = "(SELECT " + Transaction.ENTERING + ") IS NOT NULL";

    private static final String ACCESS = "SELECT " + COLUMNS + """
            , m.role AS my_role
            FROM program p LEFT JOIN membership m ON m.program_id = p.id AND m.user_id = :user
            WHERE p.id = :program AND (:admin OR m.user_id IS NOT NULL) AND
            """ + ENTERED;

    private static final RowMapper<Program> PROGRAM = (rows, _) -> program(rows);

    /** How firmly a program's row is held until the end of a transaction. */
    enum Hold {
        /** Settings, fields and members stay as they are; others may hold the same. */
        SETTINGS("FOR KEY SHARE"),
        /** Also no other transaction numbers or counts requests of the program. */
        COUNTS("FOR NO KEY UPDATE"),
        /** Nobody else changes anything in the program. */
        ALL("FOR UPDATE");

        private final String thenAccess;

        Hold(String clause) {
            this.thenAccess = "SELECT 1 FROM program WHERE " + ENTERED + " AND id = :program " + clause + ";" + ACCESS;
        }
    }

    /** Enters the program, too. */
    Optional<ProgramAccess> access(Transaction tx, Actor actor, UUID id) {
        return access(tx.handle().createQuery(ACCESS), actor, id)
                .map((rows, _) -> access(rows, actor))
                .findOne();
    }

    /**
     * Holds the program until the end, and then finds it as it is while it is held: two statements in one round trip, of
     * which each sees what was committed before it began.
     */
    Optional<ProgramAccess> hold(Transaction tx, Actor actor, UUID id, Hold hold) {
        return access(tx.handle().createQuery(hold.thenAccess), actor, id)
                .execute((executed, context) -> {
                    PreparedStatement both = executed.get();
                    both.getMoreResults();
                    ResultSet access = both.getResultSet();
                    return ResultBearing.of(() -> access, context);
                })
                .map((rows, _) -> access(rows, actor))
                .findOne();
    }

    private static Query access(Query statement, Actor actor, UUID id) {
        return statement.bind("program", id).bind("user", actor.id()).bind("admin", actor.isAdmin());
    }

    List<ProgramAccess> accesses(Transaction tx, Actor actor, Collection<UUID> ids) {
        return tx.handle()
                .createQuery("SELECT " + COLUMNS + """
                        , m.role AS my_role
                        FROM program p LEFT JOIN membership m ON m.program_id = p.id AND m.user_id = :user
                        WHERE p.id = ANY(:ids) AND (:admin OR m.user_id IS NOT NULL)
                        """)
                .bindArray("ids", UUID.class, ids)
                .bind("user", actor.id())
                .bind("admin", actor.isAdmin())
                .map((rows, _) -> access(rows, actor))
                .list();
    }

    List<ProgramAccess> visible(Transaction tx, Actor actor, Paging paging) {
        return tx.handle()
                .createQuery("SELECT " + COLUMNS + """
                        , m.role AS my_role
                        FROM program p LEFT JOIN membership m ON m.program_id = p.id AND m.user_id = :user
                        WHERE :admin OR m.user_id IS NOT NULL
                        ORDER BY p.status, p.name, p.id
                        LIMIT :limit OFFSET :offset
                        """)
                .bind("user", actor.id())
                .bind("admin", actor.isAdmin())
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map((rows, _) -> access(rows, actor))
                .list();
    }

    long countVisible(Transaction tx, Actor actor) {
        return tx.handle()
                .createQuery("""
                        SELECT count(*) FROM program p LEFT JOIN membership m ON m.program_id = p.id AND m.user_id = :user
                        WHERE :admin OR m.user_id IS NOT NULL
                        """)
                .bind("user", actor.id())
                .bind("admin", actor.isAdmin())
                .mapTo(Long.class)
                .one();
    }

    Program get(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT " + COLUMNS + " FROM program p WHERE p.id = :id")
                .bind("id", id)
                .map(PROGRAM)
                .one();
    }

    Optional<UUID> idOfKey(Transaction tx, String key) {
        return tx.handle()
                .createQuery("SELECT id FROM program WHERE key = :key")
                .bind("key", key)
                .mapTo(UUID.class)
                .findOne();
    }

    void insert(Transaction tx, UUID id, String key, ProgramSettings settings, Instant now) {
        write(() -> bound(tx.handle().createUpdate("""
                                INSERT INTO program (id, key, name, description, status, allow_client_submission,
                                    require_approval, require_complete_checklists, max_active_requests,
                                    max_active_requests_per_user, start_date, end_date, time_zone, due_rule_enabled,
                                    due_offset_days, due_date_field, compliance_type, version, created_at)
                                VALUES (:id, :key, :name, :description, :status, :allowClientSubmission,
                                    :requireApproval, :requireCompleteChecklists, :maxActiveRequests,
                                    :maxActiveRequestsPerUser, :startDate, :endDate, :timeZone, :dueRuleEnabled,
                                    :dueOffsetDays, :dueDateField, :complianceType, 1, :now)
                                """), id, settings)
                .bind("key", key)
                .bind("now", now)
                .execute());
    }

    /** Writes the settings and raises the version. */
    Program update(Transaction tx, UUID id, ProgramSettings settings) {
        write(() -> bound(tx.handle().createUpdate("""
                                UPDATE program
                                SET name = :name, description = :description, status = :status,
                                    allow_client_submission = :allowClientSubmission, require_approval = :requireApproval,
                                    require_complete_checklists = :requireCompleteChecklists,
                                    max_active_requests = :maxActiveRequests,
                                    max_active_requests_per_user = :maxActiveRequestsPerUser,
                                    start_date = :startDate, end_date = :endDate, time_zone = :timeZone,
                                    due_rule_enabled = :dueRuleEnabled, due_offset_days = :dueOffsetDays,
                                    due_date_field = :dueDateField, compliance_type = :complianceType,
                                    version = version + 1
                                WHERE id = :id
                                """), id, settings).execute());
        return get(tx, id);
    }

    /** Something that belongs to the program but is kept elsewhere has changed. */
    Program raiseVersion(Transaction tx, UUID id) {
        tx.handle().execute("UPDATE program SET version = version + 1 WHERE id = ?", id);
        return get(tx, id);
    }

    /** From the entry that the transaction has just written. */
    void setClientsReplayFromHere(Transaction tx, UUID id) {
        tx.handle().createUpdate("""
                        UPDATE program SET clients_replay_from = (SELECT head FROM stream WHERE stream.id = :id)
                        WHERE id = :id
                        """).bind("id", id).execute();
    }

    long clientsReplayFrom(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT clients_replay_from FROM program WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    int nextNumber(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("UPDATE program SET last_number = last_number + 1 WHERE id = :id RETURNING last_number")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    private static Update bound(Update update, UUID id, ProgramSettings settings) {
        return update.bind("id", id)
                .bind("name", settings.name())
                .bind("description", settings.description())
                .bind("status", settings.status().wireName())
                .bind("allowClientSubmission", settings.allowClientSubmission())
                .bind("requireApproval", settings.requireApproval())
                .bind("requireCompleteChecklists", settings.requireCompleteChecklists())
                .bind("maxActiveRequests", settings.maxActiveRequests())
                .bind("maxActiveRequestsPerUser", settings.maxActiveRequestsPerUser())
                .bind("startDate", settings.window().start())
                .bind("endDate", settings.window().end())
                .bind("timeZone", settings.window().timeZone().getId())
                .bind("dueRuleEnabled", settings.dueRule().enabled())
                .bind("dueOffsetDays", settings.dueRule().offsetDays())
                .bind("dueDateField", settings.dueRule().dateField())
                .bind(
                        "complianceType",
                        settings.complianceType() == null
                                ? null
                                : settings.complianceType().wireName());
    }

    private static void write(Runnable statement) {
        try {
            statement.run();
        } catch (JdbiException e) {
            throw switch (UniqueViolation.constraint(e).orElse("")) {
                case "program_name_key" ->
                    Problem.conflict("name: another program has it (expected: a name of its own)");
                case "program_key_key" -> Problem.conflict("key: another program has it (expected: a key of its own)");
                default -> e;
            };
        }
    }

    private static ProgramAccess access(ResultSet rows, Actor actor) throws SQLException {
        ProgramRole role = actor.isAdmin() ? ProgramRole.MANAGER : ProgramRole.ofName(rows.getString("my_role"));
        return new ProgramAccess(program(rows), new Viewer(actor, role));
    }

    private static Program program(ResultSet rows) throws SQLException {
        return new Program(
                rows.getObject("id", UUID.class),
                rows.getString("key"),
                rows.getString("name"),
                rows.getString("description"),
                ProgramStatus.ofName(rows.getString("status")),
                rows.getBoolean("allow_client_submission"),
                rows.getBoolean("require_approval"),
                rows.getBoolean("require_complete_checklists"),
                rows.getObject("max_active_requests", Integer.class),
                rows.getObject("max_active_requests_per_user", Integer.class),
                new TimeWindow(
                        rows.getObject("start_date", LocalDate.class),
                        rows.getObject("end_date", LocalDate.class),
                        ZoneId.of(rows.getString("time_zone"))),
                new DueRule(
                        rows.getBoolean("due_rule_enabled"),
                        rows.getObject("due_offset_days", Integer.class),
                        rows.getString("due_date_field")),
                ComplianceType.ofName(rows.getString("compliance_type")),
                Json.read(rows.getString("fields"), new TypeReference<>() {}),
                rows.getLong("version"),
                rows.getTimestamp("created_at").toInstant());
    }
}
