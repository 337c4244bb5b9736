package dev.docket.program;

import dev.docket.common.Json;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;

/** The field definitions' table. They are read together with their program ({@link ProgramStore}). */
@Singleton
final class FieldStore {
    void insert(Transaction tx, UUID programId, FieldDefinition field) {
        bound(tx.handle().createUpdate("""
                        INSERT INTO field_definition (id, program_id, key, label, type, required, options, placeholder,
                            visibility, position)
                        VALUES (:id, :program, :key, :label, :type, :required, :options::jsonb, :placeholder,
                            :visibility, :position)
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
                            placeholder = :placeholder, visibility = :visibility
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

    /** The type of the field that last had this key and was removed. */
    Optional<FieldType> removedType(Transaction tx, UUID programId, String key) {
        return tx.handle()
                .createQuery("""
                        SELECT type FROM field_definition
                        WHERE program_id = :program AND key = :key AND removed_at IS NOT NULL
                        ORDER BY removed_at DESC, id DESC
                        LIMIT 1
                        """)
                .bind("program", programId)
                .bind("key", key)
                .map((rows, _) -> FieldType.ofName(rows.getString(1)))
                .findOne();
    }

    private static Update bound(Update update, FieldDefinition field) {
        return update.bind("id", field.id())
                .bind("label", field.label())
                .bind("type", field.type().wireName())
                .bind("required", field.required())
                .bind("options", Json.write(field.options()))
                .bind("placeholder", field.placeholder())
                .bind("visibility", field.staffOnly() ? "staff" : "everyone");
    }
}
