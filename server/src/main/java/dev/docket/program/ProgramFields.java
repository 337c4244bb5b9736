package dev.docket.program;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Change;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a program: add, change, move, remove. Stored values are never touched: a label can change at any time, a
 * removed field only disappears, and a type stays while requests hold values of it.
 */
@Singleton
public final class ProgramFields {
    private final Database database;
    private final Programs programs;
    private final ProgramStore store;
    private final FieldStore fields;
    private final RequestFigures figures;
    private final ProgramJournal records;
    private final Clock clock;

    ProgramFields(
            Database database,
            Programs programs,
            ProgramStore store,
            FieldStore fields,
            RequestFigures figures,
            ProgramJournal records,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.store = store;
        this.fields = fields;
        this.figures = figures;
        this.records = records;
        this.clock = clock;
    }

    List<FieldDefinition> list(Actor actor, UUID programId) {
        return database.read(
                tx -> ProgramView.of(programs.access(tx, actor, programId)).fields());
    }

    public FieldDefinition add(Actor actor, UUID programId, FieldInput.New input) {
        return database.write(tx -> {
            Program before = editable(tx, actor, programId);
            FieldDefinition field = FieldRules.created(input, before.fields().size());
            if (before.field(field.key()).isPresent()) {
                throw Problem.conflict("key: another field has \"" + field.key() + "\" (expected: a key of its own)");
            }
            if (before.fields().size() >= FieldRules.MAX_FIELDS) {
                throw Problem.conflict(
                        "The program has " + FieldRules.MAX_FIELDS + " fields, which is the most there can be.");
            }
            fields.removedType(tx, programId, field.key())
                    .filter(type -> type != field.type())
                    .ifPresent(type -> refuseIfValues(tx, before, field.key(), type));
            fields.insert(tx, programId, field);
            move(tx, before, field, input.position());
            return recorded(tx, actor, before, null, field.id());
        });
    }

    FieldDefinition edit(Actor actor, UUID programId, UUID fieldId, FieldInput.Edit edit) {
        return database.write(tx -> {
            Program before = editable(tx, actor, programId);
            FieldDefinition field = existing(before, fieldId);
            FieldDefinition edited = FieldRules.edited(field, edit);
            if (edited.type() != field.type()) {
                refuseIfValues(tx, before, field.key(), field.type());
            }
            boolean moves = edit.position().value() != null && edit.position().value() != field.position();
            if (edited.equals(field) && !moves) {
                return field;
            }
            fields.update(tx, edited);
            move(tx, before, edited, edit.position().value());
            return recorded(tx, actor, before, field, fieldId);
        });
    }

    void remove(Actor actor, UUID programId, UUID fieldId) {
        database.writeOnly(tx -> {
            Program before = editable(tx, actor, programId);
            FieldDefinition field = existing(before, fieldId);
            fields.remove(tx, fieldId, clock.instant());
            fields.order(tx, othersThan(before, fieldId));
            Program after = store.raiseVersion(tx, programId);
            records.updated(tx, actor, before, after, List.of(change(field, null)));
        });
    }

    private Program editable(Transaction tx, Actor actor, UUID programId) {
        ProgramAccess access = programs.accessForSettings(tx, actor, programId);
        ProgramPolicy.mayEdit(access).orForbid();
        return access.program();
    }

    private static FieldDefinition existing(Program program, UUID fieldId) {
        return program.field(fieldId).orElseThrow(() -> Problem.notFound("field"));
    }

    private void refuseIfValues(Transaction tx, Program program, String key, FieldType type) {
        if (figures.hasValues(tx, program.id(), key)) {
            throw Problem.conflict("Requests hold values of \"" + key + "\" as " + type.wireName()
                    + "; the type stays as long as they do. Add a field with another key instead.");
        }
    }

    private void move(Transaction tx, Program before, FieldDefinition field, @Nullable Integer position) {
        List<UUID> order = othersThan(before, field.id());
        int wanted = position == null ? field.position() : position;
        if (wanted < 0 || wanted > order.size()) {
            throw Problem.invalid("position", wanted + " (expected: 0.." + order.size() + ")");
        }
        order.add(wanted, field.id());
        fields.order(tx, order);
    }

    private FieldDefinition recorded(
            Transaction tx, Actor actor, Program before, @Nullable FieldDefinition field, UUID fieldId) {
        Program after = store.raiseVersion(tx, before.id());
        FieldDefinition now = existing(after, fieldId);
        records.updated(tx, actor, before, after, List.of(change(field, now)));
        return now;
    }

    /** Nothing of a field that is or was for staff only reaches clients. */
    private static Change change(@Nullable FieldDefinition before, @Nullable FieldDefinition after) {
        FieldDefinition named = after == null ? java.util.Objects.requireNonNull(before) : after;
        boolean staffOnly = (before != null && before.staffOnly()) || (after != null && after.staffOnly());
        String key = "fields." + named.key();
        return staffOnly
                ? Change.ofStaff(key, named.label(), before, after)
                : Change.of(key, named.label(), before, after);
    }

    private static List<UUID> othersThan(Program program, UUID fieldId) {
        List<UUID> others = new ArrayList<>();
        for (FieldDefinition field : program.fields()) {
            if (!field.id().equals(fieldId)) {
                others.add(field.id());
            }
        }
        return others;
    }
}
