package dev.docket.program;

import dev.docket.common.Json;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/** The field definitions' table. They are read together with their program ({@link ProgramStore}). */
@Singleton
final class FieldStore {
    private static final String STAFF = "staff";

    /** What is known of a field that is no more. */
    record Removed(FieldType type, boolean staffOnly) {}

    void insert(Transaction tx, UUID programId, FieldDefinition field) {
        bound(tx.handle().createUpdate("""
                        INSERT INTO field_definition (id, program_id, key, label, type, required, options, items,
                            placeholder, visibility, position)
                        VALUES (:id, :program, :key, :label, :type, :required, :options::jsonb, :items::jsonb,
                            :placeholder, :visibility, :position)
                        """), field)
                .bind("program", programId)
                .bind("key", field.key())
                .bind("position", field.position())
                .execute();
    }

    /** All but key and position. */
    void update(Transaction tx, FieldDefinition field) {
        bound(tx.handle().createUpdate("""
                        UPDATE field_definition
                        SET label = :label, type = :type, required = :required, options = :options::jsonb,
                            items = :items::jsonb, placeholder = :placeholder, visibility = :visibility
                        WHERE id = :id
                        """), field).execute();
    }

    void remove(Transaction tx, UUID id, Instant now) {
        tx.handle().execute("UPDATE field_definition SET removed_at = ? WHERE id = ?", now, id);
    }

    /** Gives the fields the positions 0, 1, 2, … in the order of {@code ids}. */
    void order(Transaction tx, List<UUID> ids) {
        tx.handle().createUpdate("""
                        UPDATE field_definition f SET position = o.position - 1
                        FROM unnest(:ids) WITH ORDINALITY AS o (id, position)
                        WHERE f.id = o.id AND f.position <> o.position - 1
                        """).bindArray("ids", UUID.class, ids).execute();
    }

    /** The field that last had this key and was removed. */
    Optional<Removed> removed(Transaction tx, UUID programId, String key) {
        return tx.handle()
                .createQuery("""
                        SELECT type, visibility FROM field_definition
                        WHERE program_id = :program AND key = :key AND removed_at IS NOT NULL
                        ORDER BY removed_at DESC, id DESC
                        LIMIT 1
                        """)
                .bind("program", programId)
                .bind("key", key)
                .map((rows, _) -> new Removed(
                        FieldType.ofName(rows.getString(1)), rows.getString(2).equals(STAFF)))
                .findOne();
    }

    /** Keys of fields that only staff see, or saw last before they were removed. */
    Set<String> staffOnlyKeys(Transaction tx, UUID programId) {
        return tx.handle().createQuery("""
                        SELECT key FROM (
                            SELECT DISTINCT ON (key) key, visibility FROM field_definition
                            WHERE program_id = :program
                            ORDER BY key, removed_at DESC NULLS FIRST, id DESC) AS latest
                        WHERE visibility = :staff
                        """).bind("program", programId).bind("staff", STAFF).mapTo(String.class).stream()
                .collect(Collectors.toSet());
    }

    private static Update bound(Update update, FieldDefinition field) {
        return update.bind("id", field.id())
                .bind("label", field.label())
                .bind("type", field.type().wireName())
                .bind("required", field.required())
                .bind("options", Json.write(field.options()))
                .bind("items", Json.write(field.items()))
                .bind("placeholder", field.placeholder())
                .bind("visibility", field.staffOnly() ? STAFF : "everyone");
    }
}
