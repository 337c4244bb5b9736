package dev.docket.program;

import dev.docket.common.Text;
import dev.docket.common.Violations;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the items of a checklist are read. */
final class ChecklistItems {
    static final int MAX_ITEMS = 100;
    static final int MAX_LABEL = 200;
    private static final int MAX_MADE_KEY = 40;

    private ChecklistItems() {}

    static List<ChecklistItem> read(Violations violations, List<FieldInput.@Nullable Item> given) {
        List<FieldInput.@Nullable Item> bounded = given.subList(0, Math.min(given.size(), MAX_ITEMS + 1));
        Set<String> said = new HashSet<>();
        bounded.stream()
                .filter(Objects::nonNull)
                .map(FieldInput.Item::key)
                .filter(Objects::nonNull)
                .forEach(said::add);
        List<ChecklistItem> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < bounded.size(); i++) {
            String path = "items[" + i + "]";
            FieldInput.Item item = bounded.get(i);
            if (item == null) {
                violations.add(path, "null (expected: an item)");
                continue;
            }
            String label = Text.line(violations, path + ".label", item.label(), 1, MAX_LABEL);
            String key = item.key();
            if (key == null) {
                key = madeFrom(label, said, taken);
            } else {
                violations.addUnless(
                        key.matches(FieldRules.KEY),
                        path + ".key",
                        FieldRules.quoted(key) + " (expected: " + FieldRules.KEY + ")");
                violations.addUnless(
                        !taken.contains(key), path + ".key", FieldRules.quoted(key) + " (expected: each key once)");
            }
            taken.add(key);
            items.add(new ChecklistItem(key, label));
        }
        return items;
    }

    /** {@code Helmet on!} becomes {@code helmet_on}, the next one like it {@code helmet_on_2}. */
    private static String madeFrom(String label, Set<String> said, Set<String> taken) {
        String words = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+", "");
        String base = (words.isEmpty() ? "item" : words.substring(0, Math.min(words.length(), MAX_MADE_KEY)))
                .replaceAll("_$", "");
        String key = base;
        for (int i = 2; said.contains(key) || taken.contains(key); i++) {
            key = base + "_" + i;
        }
        return key;
    }
}
