package dev.docket.identity;

import dev.docket.common.Json;
import dev.docket.common.Person;
import dev.docket.journal.Audience;
import dev.docket.journal.Change;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the system stream says about users. Secrets are never in it: of a password only that it was changed. */
@Singleton
final class UserJournal {
    private static final Change PASSWORD = Change.of("password", "Password", null, "changed");

    private final Journal journal;

    UserJournal(Journal journal) {
        this.journal = journal;
    }

    void created(Transaction tx, User user, Person by) {
        append(tx, EventType.USER_CREATED, user, by, changes(null, user));
    }

    void updated(Transaction tx, User before, User after, Person by) {
        append(tx, EventType.USER_UPDATED, after, by, changes(before, after));
    }

    void passwordChanged(Transaction tx, User user) {
        append(tx, EventType.USER_UPDATED, user, user.person(), List.of(PASSWORD));
    }

    /** @param before how many log-ins were open, {@code after}: how many are left */
    void sessionsEnded(Transaction tx, User user, Person by, int before, int after) {
        append(tx, EventType.USER_UPDATED, user, by, List.of(Change.of("sessions", "Open log-ins", before, after)));
    }

    /** By whoever knows the e-mail address; the entry can name nobody but its owner. */
    void resetRequested(Transaction tx, User user) {
        append(tx, EventType.USER_PASSWORD_RESET_REQUESTED, user, user.person(), List.of());
    }

    void resetIssued(Transaction tx, User user, Person by) {
        append(tx, EventType.USER_PASSWORD_RESET_ISSUED, user, by, List.of());
    }

    private void append(Transaction tx, EventType event, User user, Person by, List<Change> changes) {
        journal.append(
                tx,
                new NewEntry(
                        Journal.SYSTEM,
                        event,
                        null,
                        null,
                        user.id(),
                        by.id(),
                        by.name(),
                        Audience.managers(),
                        changes,
                        Json.tree(Map.of("user", user)),
                        null));
    }

    private static List<Change> changes(@Nullable User before, User after) {
        List<Change> all = new ArrayList<>();
        all.add(Change.of("email", "E-mail", before == null ? null : before.email(), after.email()));
        all.add(Change.of("firstName", "First name", before == null ? null : before.firstName(), after.firstName()));
        all.add(Change.of("lastName", "Last name", before == null ? null : before.lastName(), after.lastName()));
        all.add(Change.of("role", "Role", before == null ? null : before.role(), after.role()));
        all.add(Change.of("active", "Active", before == null ? null : before.active(), after.active()));
        all.removeIf(change -> change.before().equals(change.after()));
        return all;
    }
}
