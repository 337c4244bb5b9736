package dev.docket.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that the author of a change changes and somebody else has changed since: what each wants it to be. */
public record Conflict(String field, String label, @Nullable JsonNode yours, JsonNode theirs) {
    /** @param since entries by others that the author had not seen */
    public static List<Conflict> between(List<Change> wanted, List<Entry> since) {
        Set<String> changed = since.stream()
                .flatMap(entry -> entry.changeList().stream())
                .map(Change::field)
                .collect(Collectors.toSet());
        return wanted.stream()
                .filter(change -> changed.contains(change.field()))
                .map(change -> new Conflict(change.field(), change.label(), change.after(), change.before()))
                .toList();
    }
}
