package dev.docket.program;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.program.ProgramStore.Hold;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * The way into a program. Lock order everywhere: the program's row (one of the {@code …For…} methods), rows of its
 * requests, then the journal.
 */
@Singleton
public final class Programs {
    private final ProgramStore store;

    Programs(ProgramStore store) {
        this.store = store;
    }

    /**
     * To read something.
     *
     * @throws Problem 404 if the actor may not see the program
     */
    public ProgramAccess access(Transaction tx, Actor actor, UUID programId) {
        return store.access(tx, actor, programId).orElseThrow(() -> Problem.notFound("program"));
    }

    /** To change something inside: until the commit, settings, fields, members and the archived state stay as answered. */
    public ProgramAccess accessForChange(Transaction tx, Actor actor, UUID programId) {
        store.hold(tx, programId, Hold.SETTINGS);
        return access(tx, actor, programId);
    }

    /** The same, and until the commit nobody else takes a request number or counts active requests. */
    public ProgramAccess accessForCounting(Transaction tx, Actor actor, UUID programId) {
        store.hold(tx, programId, Hold.COUNTS);
        return access(tx, actor, programId);
    }

    /** The number of a new request. The caller came through {@link #accessForCounting}. */
    public int nextRequestNumber(Transaction tx, ProgramAccess access) {
        return store.nextNumber(tx, access.program().id());
    }

    /** To change the program itself. */
    ProgramAccess accessForSettings(Transaction tx, Actor actor, UUID programId) {
        store.hold(tx, programId, Hold.ALL);
        return access(tx, actor, programId);
    }
}
