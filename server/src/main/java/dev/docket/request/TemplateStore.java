package dev.docket.request;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Json;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.program.FieldDefinition.Visibility;
import dev.docket.storage.Transaction;
import dev.docket.storage.UniqueViolation;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The templates' table. A template is always looked up by program and id. */
@Singleton
final class TemplateStore {
    private static final RowMapper<Template> TEMPLATE = (rows, _) -> template(rows);

    Template insert(Transaction tx, UUID id, UUID programId, TemplateInput.Settings settings, Instant now) {
        return write(tx, settings, """
                INSERT INTO request_template (id, program_id, name, visibility, title, description, priority, fields,
                    version, created_at, updated_at)
                VALUES (:id, :program, :name, :visibility, :title, :description, :priority, :fields::jsonb, 1, :now, :now)
                RETURNING *
                """, id, programId, now);
    }

    Template update(Transaction tx, Template template, TemplateInput.Settings settings, Instant now) {
        return write(tx, settings, """
                UPDATE request_template
                SET name = :name, visibility = :visibility, title = :title, description = :description,
                    priority = :priority, fields = :fields::jsonb, version = version + 1, updated_at = :now
                WHERE id = :id AND program_id = :program
                RETURNING *
                """, template.id(), template.programId(), now);
    }

    void delete(Transaction tx, UUID id) {
        tx.handle().execute("DELETE FROM request_template WHERE id = ?", id);
    }

    Optional<Template> find(Transaction tx, UUID programId, UUID id) {
        return tx.handle()
                .createQuery("SELECT * FROM request_template WHERE id = :id AND program_id = :program")
                .bind("id", id)
                .bind("program", programId)
                .map(TEMPLATE)
                .findOne();
    }

    /** By name. */
    List<Template> list(Transaction tx, UUID programId, boolean withStaffOnly, Paging paging) {
        return of(tx, "SELECT *", " ORDER BY name, id LIMIT :limit OFFSET :offset", programId, withStaffOnly)
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map(TEMPLATE)
                .list();
    }

    long count(Transaction tx, UUID programId, boolean withStaffOnly) {
        return of(tx, "SELECT count(*)", "", programId, withStaffOnly)
                .mapTo(Long.class)
                .one();
    }

    private static Query of(Transaction tx, String select, String order, UUID programId, boolean withStaffOnly) {
        return tx.handle()
                .createQuery(select + " FROM request_template"
                        + " WHERE program_id = :program AND (:withStaffOnly OR visibility = 'everyone')" + order)
                .bind("program", programId)
                .bind("withStaffOnly", withStaffOnly);
    }

    private static Template write(
            Transaction tx, TemplateInput.Settings settings, String sql, UUID id, UUID programId, Instant now) {
        try {
            return tx.handle()
                    .createQuery(sql)
                    .bind("id", id)
                    .bind("program", programId)
                    .bind("name", settings.name())
                    .bind("visibility", settings.visibility().name().toLowerCase(Locale.ROOT))
                    .bind("title", settings.content().title())
                    .bind("description", settings.content().description())
                    .bind("priority", settings.content().priority().wireName())
                    .bind("fields", Json.write(settings.content().fields()))
                    .bind("now", now)
                    .map(TEMPLATE)
                    .one();
        } catch (JdbiException e) {
            throw UniqueViolation.constraint(e).orElse("").equals("request_template_name")
                    ? Problem.conflict("name: another template of the program has it (expected: a name of its own)")
                    : e;
        }
    }

    private static Template template(ResultSet rows) throws SQLException {
        return new Template(
                rows.getObject("id", UUID.class),
                rows.getObject("program_id", UUID.class),
                rows.getString("name"),
                Visibility.valueOf(rows.getString("visibility").toUpperCase(Locale.ROOT)),
                new RequestContent(
                        rows.getString("title"),
                        rows.getString("description"),
                        Priority.ofName(rows.getString("priority")),
                        null,
                        Json.read(rows.getString("fields"), new TypeReference<>() {})),
                rows.getLong("version"),
                rows.getTimestamp("created_at").toInstant(),
                rows.getTimestamp("updated_at").toInstant());
    }
}
