package dev.docket.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** One open transaction. Belongs to the thread that runs it and ends with the lambda that got it. */
public final class Transaction {
    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** For stores only. */
    public Handle handle() {
        return handle;
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
}
