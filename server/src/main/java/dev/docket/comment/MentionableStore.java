package dev.docket.comment;

import dev.docket.common.Person;
import dev.docket.common.Text;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Finds people among those who may read something: the active members whom its audience holds. */
@Singleton
final class MentionableStore {
    private static final String READERS = """
            SELECT u.id, u.first_name || ' ' || u.last_name AS name
            FROM app_user u
            LEFT JOIN membership m ON m.user_id = u.id AND m.program_id = :program
            CROSS JOIN LATERAL (SELECT CASE WHEN u.role = 'admin' THEN 'manager' ELSE m.role END) r(role)
            WHERE u.active AND (m.user_id IS NOT NULL OR (:withAdmins AND u.role = 'admin'))
              AND (r.role = ANY(:roles)
                   OR (r.role <> 'client' AND u.id = ANY(:staffUsers))
                   OR (r.role = 'client' AND u.id = ANY(:clientUsers)))
            """;

    /** Those who read something; {@code withAdmins}: also admins who are no members. */
    record Readers(UUID programId, Audience audience, boolean withAdmins) {}

    List<Person> among(Transaction tx, Readers readers, Collection<UUID> ids) {
        return people(bound(tx, readers, READERS + " AND u.id = ANY(:ids)").bindArray("ids", UUID.class, ids));
    }

    /** By name; {@code part} may stand anywhere in it. */
    List<Person> named(Transaction tx, Readers readers, String part, int limit) {
        return people(bound(
                        tx,
                        readers,
                        READERS
                                + " AND u.first_name || ' ' || u.last_name ILIKE :pattern ORDER BY name, u.id LIMIT :limit")
                .bind("pattern", Text.likePattern(part))
                .bind("limit", limit));
    }

    private static Query bound(Transaction tx, Readers readers, String sql) {
        return tx.handle()
                .createQuery(sql)
                .bind("program", readers.programId())
                .bind("withAdmins", readers.withAdmins())
                .bindArray("roles", String.class, roles(readers.audience().level()))
                .bindArray("staffUsers", UUID.class, readers.audience().staffUsers())
                .bindArray("clientUsers", UUID.class, readers.audience().clientUsers());
    }

    private static List<Person> people(Query query) {
        return query.map((rows, _) -> new Person(rows.getObject("id", UUID.class), rows.getString("name")))
                .list();
    }

    private static List<String> roles(Level level) {
        return switch (level) {
            case NONE -> List.of();
            case MANAGERS -> List.of("manager");
            case STAFF -> List.of("manager", "team_member");
        };
    }
}
