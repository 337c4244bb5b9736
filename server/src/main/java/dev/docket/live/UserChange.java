package dev.docket.live;

import dev.docket.journal.Change;
import dev.docket.journal.Entry;
import java.util.Set;
import java.util.stream.Collectors;

/** What an entry {@code user:updated} says that it changed of the user. */
record UserChange(Set<String> fields) {
    static UserChange in(Entry entry) {
        return new UserChange(entry.changeList().stream().map(Change::field).collect(Collectors.toUnmodifiableSet()));
    }

    boolean ofRole() {
        return fields.contains("role");
    }

    boolean ofActivity() {
        return fields.contains("active");
    }

    /** An entry that does not say what it changed may have changed anything. */
    boolean mayBeOfRights() {
        return fields.isEmpty() || ofRole() || ofActivity();
    }
}
