package dev.docket.program;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Change;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a program: add, change, order, remove. Stored values are never touched: a label can change at any time, a
 * removed field only disappears, and a type stays while requests hold values of it.
 */
@Singleton
public final class ProgramFields {
    private final Database database;
    private final Programs programs;
    private final ProgramStore store;
    private final FieldStore fields;
    private final StoredValues values;
    private final ProgramJournal records;
    private final StaleSettings stale;
    private final Clock clock;

    ProgramFields(
            Database database,
            Programs programs,
            ProgramStore store,
            FieldStore fields,
            StoredValues values,
            ProgramJournal records,
            StaleSettings stale,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.store = store;
        this.fields = fields;
        this.values = values;
        this.records = records;
        this.stale = stale;
        this.clock = clock;
    }

    /** What must not be shown to clients, whenever it was written down. */
    public HiddenFields hiddenFromClients(Transaction tx, ProgramAccess access) {
        return new HiddenFields(fields.staffOnlyKeys(tx, access.program().id()));
    }

    /** Enters the program. Of entries before this {@code seq} clients may not be sent what was for them then. */
    public long clientsReplayFrom(Transaction tx, UUID programId) {
        tx.enter(programId);
        return store.clientsReplayFrom(tx, programId);
    }

    List<FieldDefinition> list(Actor actor, UUID programId) {
        return database.read(
                tx -> ProgramView.of(programs.access(tx, actor, programId)).fields());
    }

    public FieldDefinition add(Actor actor, UUID programId, FieldInput.New input) {
        return database.write(tx -> {
            Program before = editable(tx, actor, programId).program();
            FieldDefinition field = FieldRules.created(input, before.fields().size());
            if (before.field(field.key()).isPresent()) {
                throw Problem.conflict("key: another field has \"" + field.key() + "\" (expected: a key of its own)");
            }
            if (before.fields().size() >= FieldRules.MAX_FIELDS) {
                throw Problem.conflict(
                        "The program has " + FieldRules.MAX_FIELDS + " fields, which is the most there can be.");
            }
            Optional<FieldStore.Removed> removed = fields.removed(tx, programId, field.key());
            removed.ifPresent(earlier -> values.refuseMisreading(tx, programId, earlier, field));
            fields.insert(tx, programId, field);
            move(tx, before, field, input.position());
            boolean hides = field.staffOnly()
                    && removed.filter(earlier -> !earlier.staffOnly()).isPresent();
            return recorded(tx, actor, before, null, field.id(), hides);
        });
    }

    FieldDefinition edit(Actor actor, UUID programId, UUID fieldId, FieldInput.Edit edit) {
        return database.write(tx -> {
            Program before = editable(tx, actor, programId).program();
            FieldDefinition field = existing(before, fieldId);
            FieldDefinition edited = FieldRules.edited(field, edit);
            if (edited.type() != FieldType.DATE) {
                refuseIfDueDateField(before, field);
            }
            values.refuseMisreading(tx, programId, new FieldStore.Removed(field.type(), field.staffOnly()), edited);
            boolean moves = edit.position().value() != null && edit.position().value() != field.position();
            if (edited.equals(field) && !moves) {
                return field;
            }
            fields.update(tx, edited);
            move(tx, before, edited, edit.position().value());
            return recorded(tx, actor, before, field, fieldId, edited.staffOnly() && !field.staffOnly());
        });
    }

    /**
     * Puts all fields into the order of {@code order}.
     *
     * @param seen the program's version that the author had seen; null if the author did not say
     * @throws Problem 409 if the program has other fields by now, or somebody else ordered them since
     */
    List<FieldDefinition> order(Actor actor, UUID programId, List<UUID> order, @Nullable Long seen) {
        return database.write(tx -> {
            ProgramAccess access = editable(tx, actor, programId);
            Program before = access.program();
            Set<UUID> named = new HashSet<>(order);
            if (named.size() < order.size()) {
                throw Problem.invalid("fieldIds", "a field more than once (expected: each field once)");
            }
            Set<UUID> there = new HashSet<>(ids(before));
            if (!named.equals(there)) {
                throw Problem.conflict("fieldIds: " + named.size() + " fields (expected: exactly the " + there.size()
                        + " that the program has now; load them again)");
            }
            if (order.equals(ids(before))) {
                return before.fields();
            }
            List<Change> changes = List.of(orderChange(before, order));
            stale.refuseOverwriting(tx, access, seen, changes);
            fields.order(tx, order);
            Program after = store.raiseVersion(tx, programId);
            records.updated(tx, actor, before, after, changes);
            return after.fields();
        });
    }

    void remove(Actor actor, UUID programId, UUID fieldId) {
        database.writeOnly(tx -> {
            Program before = editable(tx, actor, programId).program();
            FieldDefinition field = existing(before, fieldId);
            refuseIfDueDateField(before, field);
            fields.remove(tx, fieldId, clock.instant());
            fields.order(tx, othersThan(before, fieldId));
            Program after = store.raiseVersion(tx, programId);
            records.updated(tx, actor, before, after, List.of(change(field, null)));
        });
    }

    private ProgramAccess editable(Transaction tx, Actor actor, UUID programId) {
        ProgramAccess access = programs.accessForSettings(tx, actor, programId);
        ProgramPolicy.mayEdit(access).orForbid();
        return access;
    }

    private static FieldDefinition existing(Program program, UUID fieldId) {
        return program.field(fieldId).orElseThrow(() -> Problem.notFound("field"));
    }

    private static void refuseIfDueDateField(Program program, FieldDefinition field) {
        if (field.key().equals(program.dueRule().dateField())) {
            throw Problem.conflict("Requests are due on the date of \"" + field.key()
                    + "\". Choose another date field for the due rule first, or none.");
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

    /** @param hides whether clients do not see the field any more */
    private FieldDefinition recorded(
            Transaction tx, Actor actor, Program before, @Nullable FieldDefinition field, UUID fieldId, boolean hides) {
        Program after = store.raiseVersion(tx, before.id());
        FieldDefinition now = existing(after, fieldId);
        List<Change> changes = new ArrayList<>(List.of(change(field, now)));
        if (field != null && field.position() != now.position()) {
            changes.add(orderChange(before, ids(after)));
        }
        records.updated(tx, actor, before, after, changes);
        if (hides) {
            store.setClientsReplayFromHere(tx, before.id());
        }
        return now;
    }

    /** Nothing of a field that is or was for staff only reaches clients. */
    private static Change change(@Nullable FieldDefinition before, @Nullable FieldDefinition after) {
        FieldDefinition named = after == null ? Objects.requireNonNull(before) : after;
        boolean staffOnly = (before != null && before.staffOnly()) || (after != null && after.staffOnly());
        String key = "fields." + named.key();
        return staffOnly
                ? Change.ofStaff(key, named.label(), before, after)
                : Change.of(key, named.label(), before, after);
    }

    /** For staff, because it names the fields that only they see. */
    private static Change orderChange(Program program, List<UUID> order) {
        return Change.ofStaff(
                "fieldOrder",
                "Order of the fields",
                program.fields().stream().map(FieldDefinition::key).toList(),
                order.stream().map(id -> existing(program, id).key()).toList());
    }

    private static List<UUID> ids(Program program) {
        return program.fields().stream().map(FieldDefinition::id).toList();
    }

    private static List<UUID> othersThan(Program program, UUID fieldId) {
        List<UUID> others = new ArrayList<>(ids(program));
        others.remove(fieldId);
        return others;
    }
}
