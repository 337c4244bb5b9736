package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Given;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import dev.docket.journal.Change;
import dev.docket.program.FieldDefinition;
import dev.docket.program.FieldType;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people write into a request, as opposed to what happens to it. */
record RequestContent(
        String title,
        String description,
        Priority priority,
        @Nullable LocalDate dueDate,
        Map<String, JsonNode> fields) {
    static final int MIN_TITLE = 3;
    static final int MAX_TITLE = 200;
    static final int MAX_DESCRIPTION = 5_000;
    /** Names a custom field in changes and in {@code changedFields}: {@code fields.cost}. */
    static final String FIELD_PREFIX = "fields.";

    /** Before anything was written. */
    static final RequestContent EMPTY = new RequestContent("", "", Priority.MEDIUM, null, Map.of());

    static RequestContent of(Request request) {
        return new RequestContent(
                request.title(), request.description(), request.priority(), request.dueDate(), request.fields());
    }

    /**
     * @param start nothing, or what a template has; the input goes before it
     * @throws dev.docket.common.Problem 400 that lists all that is wrong
     */
    static RequestContent of(ProgramAccess access, RequestContent start, RequestInput.New input) {
        RequestInput.Edit edit = new RequestInput.Edit(
                Given.of(input.title() == null ? emptyAsNull(start.title) : input.title()),
                input.description() == null ? Given.absent() : Given.of(input.description()),
                input.priority() == null ? Given.absent() : Given.of(input.priority()),
                input.dueDate() == null ? Given.absent() : Given.of(input.dueDate()),
                input.fields(),
                null);
        return start.with(access, edit, FieldFiles.Lookup.NONE);
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * @param files of the request
     * @throws dev.docket.common.Problem 400 that lists all that is wrong
     */
    RequestContent with(ProgramAccess access, RequestInput.Edit edit, FieldFiles.Lookup files) {
        Violations violations = new Violations();
        RequestContent after = new RequestContent(
                edit.title().named()
                        ? Text.line(violations, "title", edit.title().value(), MIN_TITLE, MAX_TITLE)
                        : title,
                edit.description().named()
                        ? Text.block(
                                violations, "description", edit.description().value(), 0, MAX_DESCRIPTION)
                        : description,
                edit.priority().orElse(violations, "priority", priority),
                edit.dueDate().named() ? day(violations, edit.dueDate().value()) : dueDate,
                values(violations, access, edit.fields(), files));
        violations.orThrow();
        return after;
    }

    /** What differs in {@code after}, with the labels of now. */
    List<Change> changesTo(RequestContent after, Program program) {
        List<Change> changes = new ArrayList<>(List.of(
                Change.of("title", "Title", title, after.title),
                Change.of("description", "Description", description, after.description),
                Change.of("priority", "Priority", priority, after.priority),
                Change.of("dueDate", "Due date", dueDate, after.dueDate)));
        changes.removeIf(change -> change.before().equals(change.after()));
        for (FieldDefinition field : program.fields()) {
            JsonNode old = FieldValues.shown(field, fields);
            JsonNode now = FieldValues.shown(field, after.fields);
            if (!same(old, now)) {
                changes.add(
                        field.staffOnly()
                                ? Change.ofStaff(FIELD_PREFIX + field.key(), field.label(), old, now)
                                : Change.of(FIELD_PREFIX + field.key(), field.label(), old, now));
            }
        }
        return changes;
    }

    private Map<String, JsonNode> values(
            Violations violations,
            ProgramAccess access,
            @Nullable Map<String, JsonNode> edits,
            FieldFiles.Lookup files) {
        if (edits == null || edits.isEmpty()) {
            return fields;
        }
        Map<String, JsonNode> values = new HashMap<>(fields);
        edits.forEach((key, given) -> {
            String path = FIELD_PREFIX + key;
            Optional<FieldDefinition> field =
                    access.program().field(key).filter(known -> known.visibleTo(access.viewer()));
            if (field.isEmpty()) {
                violations.add(path, "unknown field (expected: one of " + keys(access) + ")");
                return;
            }
            JsonNode value = value(violations, access, field.get(), given, files);
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        });
        return values;
    }

    /** What to keep of a value given. The one that is there may always stay, even if its option was removed since. */
    private @Nullable JsonNode value(
            Violations violations,
            ProgramAccess access,
            FieldDefinition field,
            JsonNode given,
            FieldFiles.Lookup files) {
        JsonNode before = fields.get(field.key());
        if (given.equals(FieldValues.shown(field, fields))) {
            return before;
        }
        String path = FIELD_PREFIX + field.key();
        Violations ofValue = new Violations();
        JsonNode value = field.type().read(ofValue, path, given, field.choices());
        if (value != null && field.type() == FieldType.FILE_UPLOAD && ofValue.none()) {
            FieldFiles.check(ofValue, path, access, field, value, files);
        }
        violations.addAll(ofValue);
        return FieldValues.stored(field, value, before);
    }

    private static List<String> keys(ProgramAccess access) {
        return access.program().fields().stream()
                .filter(field -> field.visibleTo(access.viewer()))
                .map(FieldDefinition::key)
                .toList();
    }

    private static @Nullable LocalDate day(Violations violations, @Nullable String text) {
        return text == null ? null : FieldType.day(violations, "dueDate", text);
    }

    /** 5 and 5.0 are the same number, however they were written. */
    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one != null && other != null && one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return Objects.equals(one, other);
    }
}
