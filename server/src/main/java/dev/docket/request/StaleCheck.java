package dev.docket.request;

import dev.docket.common.Problem;
import dev.docket.journal.Change;
import dev.docket.journal.Entry;
import dev.docket.journal.JournalReading;
import dev.docket.program.ProgramAccess;
import dev.docket.request.SeenVersion.Conflict;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps two people from overwriting each other unknowingly. Edits of different things merge; a change of something that
 * somebody else has changed since the version that its author had seen is refused. What changed is read from the journal.
 */
@Singleton
final class StaleCheck {
    private final JournalReading journal;
    private final RequestDetails details;

    StaleCheck(JournalReading journal, RequestDetails details) {
        this.journal = journal;
        this.details = details;
    }

    /**
     * @param current the request, locked
     * @param changes what the author wants to change of it
     * @throws Problem 409 with the conflicts and the current state
     */
    void refuseOverwriting(
            Transaction tx, ProgramAccess access, Request current, SeenVersion seen, List<Change> changes) {
        if (changes.isEmpty() || !seen.isOlderThan(current)) {
            return;
        }
        Set<String> changed = changedByOthers(tx, access, current, seen);
        refuse(
                tx,
                access,
                current,
                changes.stream()
                        .filter(change -> changed.contains(change.field()))
                        .map(change -> new Conflict(change.field(), change.label(), change.after(), change.before()))
                        .toList());
    }

    /** For what concerns the request as a whole: any change by somebody else that the author sees is a conflict. */
    void refuseIfChanged(Transaction tx, ProgramAccess access, Request current, SeenVersion seen) {
        if (!seen.isOlderThan(current)) {
            return;
        }
        refuse(
                tx,
                access,
                current,
                since(tx, access, current, seen).stream()
                        .flatMap(entry -> entry.changeList().stream())
                        .filter(change -> access.viewer().isStaff() || !change.staffOnly())
                        .map(change -> new Conflict(change.field(), change.label(), null, change.after()))
                        .toList());
    }

    private Set<String> changedByOthers(Transaction tx, ProgramAccess access, Request current, SeenVersion seen) {
        return since(tx, access, current, seen).stream()
                .flatMap(entry -> entry.changeList().stream())
                .map(Change::field)
                .collect(Collectors.toSet());
    }

    private List<Entry> since(Transaction tx, ProgramAccess access, Request current, SeenVersion seen) {
        long version = seen.number() == null ? current.version() : seen.number();
        return journal.changesSince(tx, current.programId(), current.id(), version).stream()
                .filter(entry -> !access.viewer().is(entry.actorId()))
                .toList();
    }

    private void refuse(Transaction tx, ProgramAccess access, Request current, List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            throw Problem.staleVersion(details.of(tx, access, current), conflicts);
        }
    }
}
