package dev.docket.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.common.Violations;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that are sets, written as lists of texts: the checked items of a checklist, files. An empty one is no value. */
final class ListValue {
    static final int MAX_FILES = 20;

    private ListValue() {}

    /** Keeps them in the order of the checklist, however they came. */
    static @Nullable JsonNode items(Violations violations, String path, JsonNode value, List<String> choices) {
        if (!isList(violations, path, value, choices.size(), "a list of items")) {
            return value;
        }
        Set<String> checked = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            String at = path + "[" + i + "]";
            boolean known = item.isTextual() && choices.contains(item.textValue());
            violations.addUnless(known, at, FieldType.shown(item) + " (expected: one of " + choices + ")");
            violations.addUnless(
                    !known || checked.add(item.textValue()), at, FieldType.shown(item) + " (expected: each item once)");
        }
        return listOf(choices.stream().filter(checked::contains).toList());
    }

    /** Keeps them in the order given. */
    static @Nullable JsonNode files(Violations violations, String path, JsonNode value) {
        if (!isList(violations, path, value, MAX_FILES, "a list of ids of attachments")) {
            return value;
        }
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            String at = path + "[" + i + "]";
            String id = item.isTextual() ? item.textValue().toLowerCase(Locale.ROOT) : "";
            boolean valid = isId(id);
            violations.addUnless(valid, at, FieldType.shown(item) + " (expected: the id of an attachment)");
            violations.addUnless(
                    !valid || ids.add(id), at, FieldType.shown(item) + " (expected: each attachment once)");
        }
        return listOf(List.copyOf(ids));
    }

    private static boolean isList(Violations violations, String path, JsonNode value, int max, String expected) {
        if (!value.isArray()) {
            violations.add(path, FieldType.shown(value) + " (expected: " + expected + ")");
            return false;
        }
        boolean fits = value.size() <= max;
        violations.addUnless(fits, path, value.size() + " of them (expected: at most " + max + ")");
        return fits;
    }

    private static @Nullable JsonNode listOf(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(list::add);
        return list;
    }

    private static boolean isId(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
