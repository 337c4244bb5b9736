package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import dev.docket.program.FieldDefinition.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field definition may look like. */
final class FieldRules {
    static final String KEY = "[a-z][a-z0-9_]{0,49}";
    static final int MAX_LABEL = 100;
    static final int MAX_OPTIONS = 100;
    static final int MAX_FIELDS = 100;

    private FieldRules() {}

    /** @throws dev.docket.common.Problem 400 that lists what is wrong */
    static FieldDefinition created(FieldInput.New input, int position) {
        Violations violations = new Violations();
        String key = input.key() == null ? "" : input.key();
        violations.addUnless(key.matches(KEY), "key", quoted(key) + " (expected: " + KEY + ")");
        if (input.type() == null) {
            violations.add("type", "missing (expected: one of " + wireNames() + ")");
        }
        FieldDefinition field = checked(
                violations,
                new FieldDefinition(
                        Ids.next(),
                        key,
                        Text.line(violations, "label", input.label(), 1, MAX_LABEL),
                        input.type() == null ? FieldType.TEXT : input.type(),
                        input.required() != null && input.required(),
                        input.options() == null ? List.of() : input.options(),
                        ChecklistItems.read(violations, input.items() == null ? List.of() : input.items()),
                        Text.line(violations, "placeholder", input.placeholder(), 0, MAX_LABEL),
                        input.visibility() == null ? Visibility.EVERYONE : input.visibility(),
                        position));
        violations.orThrow();
        return field;
    }

    /** {@code position} is left as it was: moving is another matter. */
    static FieldDefinition edited(FieldDefinition before, FieldInput.Edit edit) {
        Violations violations = new Violations();
        FieldType type = edit.type().orElse(violations, "type", before.type());
        List<String> keptOptions = type == FieldType.DROPDOWN ? before.options() : List.of();
        List<ChecklistItem> keptItems = type == FieldType.CHECKLIST ? before.items() : List.of();
        FieldDefinition field = checked(
                violations,
                new FieldDefinition(
                        before.id(),
                        before.key(),
                        edit.label().named()
                                ? Text.line(violations, "label", edit.label().value(), 1, MAX_LABEL)
                                : before.label(),
                        type,
                        edit.required().orElse(violations, "required", before.required()),
                        edit.options() == null ? keptOptions : edit.options(),
                        edit.items() == null ? keptItems : ChecklistItems.read(violations, edit.items()),
                        edit.placeholder().named()
                                ? Text.line(
                                        violations,
                                        "placeholder",
                                        edit.placeholder().value(),
                                        0,
                                        MAX_LABEL)
                                : before.placeholder(),
                        edit.visibility().orElse(violations, "visibility", before.visibility()),
                        before.position()));
        violations.orThrow();
        return field;
    }

    private static FieldDefinition checked(Violations violations, FieldDefinition field) {
        List<String> options = options(violations, field.options());
        count(violations, "options", options.size(), field.type() == FieldType.DROPDOWN, MAX_OPTIONS, "a dropdown");
        count(
                violations,
                "items",
                field.items().size(),
                field.type() == FieldType.CHECKLIST,
                ChecklistItems.MAX_ITEMS,
                "a checklist");
        return new FieldDefinition(
                field.id(),
                field.key(),
                field.label(),
                field.type(),
                field.required(),
                options,
                field.items(),
                field.placeholder(),
                field.visibility(),
                field.position());
    }

    private static void count(Violations violations, String path, int count, boolean has, int max, String whatHasThem) {
        violations.addUnless(
                has ? 1 <= count && count <= max : count == 0,
                path,
                count + " " + path
                        + (has
                                ? " (expected: 1.." + max + ")"
                                : " (expected: none, only " + whatHasThem + " has them)"));
    }

    private static List<String> options(Violations violations, List<@Nullable String> given) {
        List<String> options = new ArrayList<>();
        HashSet<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(given.size(), MAX_OPTIONS + 1); i++) {
            String path = "options[" + i + "]";
            String option = Text.line(violations, path, given.get(i), 1, MAX_LABEL);
            violations.addUnless(seen.add(option), path, quoted(option) + " (expected: each option once)");
            options.add(option);
        }
        return options;
    }

    static String quoted(String text) {
        return '"' + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + '"';
    }

    private static List<String> wireNames() {
        return java.util.Arrays.stream(FieldType.values())
                .map(FieldType::wireName)
                .toList();
    }
}
