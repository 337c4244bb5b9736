package dev.docket.storage;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

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
    private final List<Later> waiting = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean everyProgram;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** For stores only. What was left for later is done by now. */
    public Handle handle() {
        send("");
        return handle;
    }

    /**
     * A statement that goes with others: with the commit, in one round trip, if nothing else is asked of the database before
     * it. So a lock that it takes is held no longer than it has to be. Whatever is asked finds it done.
     */
    public void later(Later statement) {
        if (waiting.stream().anyMatch(other -> other.sql().equals(statement.sql()))) {
            send("");
        }
        waiting.add(statement);
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

    /** What is left for later, and the commit with it; without such, committing is left to the caller. */
    void end() {
        send(";\nCOMMIT");
    }

    private void send(String end) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Later> statements = List.copyOf(waiting);
        waiting.clear();
        String sql = statements.stream().map(Later::sql).collect(Collectors.joining(";\n", "", end));
        try (Query all = handle.createQuery(sql)) {
            statements.forEach(statement -> statement.parameters().accept(all));
            all.execute((executed, _) -> {
                PreparedStatement answers = executed.get();
                for (Later statement : statements) {
                    statement.answered().read(answers);
                    answers.getMoreResults();
                }
                return true;
            });
        }
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    private void become(String role) {
        handle.execute("SET LOCAL ROLE " + role);
    }
}
