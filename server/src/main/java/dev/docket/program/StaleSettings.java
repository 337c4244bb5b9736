package dev.docket.program;

import dev.docket.common.IfMatch;
import dev.docket.common.Problem;
import dev.docket.journal.Change;
import dev.docket.journal.Conflict;
import dev.docket.journal.JournalReading;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two managers from overwriting each other's settings unknowingly. Changes of different things merge; a change of
 * something that somebody else has changed since the version that its author had seen is refused.
 */
@Singleton
final class StaleSettings {
    private final JournalReading journal;
    private final ProgramDetails details;

    StaleSettings(JournalReading journal, ProgramDetails details) {
        this.journal = journal;
        this.details = details;
    }

    /**
     * @param access to the program as it is now, held
     * @param seen the version that the author had seen; null if the author did not say
     * @throws Problem 409 with the conflicts and the current state
     */
    void refuseOverwriting(Transaction tx, ProgramAccess access, @Nullable Long seen, List<Change> changes) {
        if (seen == null || !IfMatch.isOlder(seen, access.program().version())) {
            return;
        }
        UUID program = access.program().id();
        List<Conflict> conflicts = Conflict.between(
                changes,
                journal.programChangesSince(tx, program, seen).stream()
                        .filter(entry -> !access.viewer().is(entry.actorId()))
                        .toList());
        if (!conflicts.isEmpty()) {
            throw Problem.staleVersion(details.of(tx, access), conflicts);
        }
    }
}
