package dev.docket.request;

import dev.docket.common.Problem;
import dev.docket.journal.Change;
import dev.docket.journal.Conflict;
import dev.docket.journal.Entry;
import dev.docket.journal.JournalReading;
import dev.docket.program.ProgramAccess;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;

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
        if (changes.isEmpty() || !seen.isOlderThan(current.version())) {
            return;
        }
        refuse(tx, access, current, Conflict.between(changes, since(tx, access, current, seen)));
    }

    /** For what concerns the request as a whole: any change by somebody else that the author sees is a conflict. */
    void refuseIfChanged(Transaction tx, ProgramAccess access, Request current, SeenVersion seen) {
        if (!seen.isOlderThan(current.version())) {
            return;
        }
        refuse(
                tx,
                access,
                current,
                since(tx, access, current, seen).stream()
                        .flatMap(entry -> entry.changeList().stream())
                        .filter(change -> access.viewer().isStaff() || clientsSee(access, change))
                        .map(change -> new Conflict(change.field(), change.label(), null, change.after()))
                        .toList());
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

    /** Neither what was for staff only when it was changed nor what is now. */
    private static boolean clientsSee(ProgramAccess access, Change change) {
        boolean custom = change.field().startsWith(RequestContent.FIELD_PREFIX);
        boolean shownNow = !custom
                || access.program()
                        .field(change.field().substring(RequestContent.FIELD_PREFIX.length()))
                        .filter(field -> !field.staffOnly())
                        .isPresent();
        return shownNow && !change.staffOnly();
    }
}
