package dev.docket.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * One open transaction. Belongs to the thread that runs it and ends with the lambda that got it.
 *
 * <p>It finds, and may write, rows of one program only: the one it has entered, at first none. Rights are checked by who
 * asks; this is the second wall, for a statement that forgets its program.
 */
public final class Transaction {
    /**
     * {@link #enter} as part of a statement, which saves a round trip: answers {@code :program} as text. It must be evaluated
     * before the first row is looked for: as a condition of its own, {@code (SELECT …) IS NOT NULL}, or as the value that is
     * inserted.
     */
    public static final String ENTERING = "set_config('docket.program', CAST(:program AS text), true)";

    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean everyProgram;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** For stores only. */
    public Handle handle() {
        return handle;
    }

    /** From now on it is in this program, or in the journal's system stream, and in no other. */
    public void enter(UUID program) {
        if (everyProgram) {
            become(Roles.ONE_PROGRAM);
            everyProgram = false;
        }
        handle.createQuery("SELECT " + ENTERING)
                .bind("program", program)
                .mapTo(String.class)
                .one();
    }

    /** For what goes over all programs: until the end, or until it enters one, there is no wall. */
    public void seeEveryProgram() {
        if (!everyProgram) {
            become(Roles.EVERY_PROGRAM);
            everyProgram = true;
        }
    }

    /**
     * Runs {@code action} on this thread right after the commit; never after a rollback. Whatever leaves the process
     * leaves it here. Must be short and must not throw: the change is done whatever it does.
     */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    private void become(String role) {
        handle.execute("SET LOCAL ROLE " + role);
    }
}
