package dev.docket.storage;

import dev.docket.common.Problem;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;

/** For questions that may be dear, whoever asks them: the database gives a statement up that takes too long. */
public final class StatementTimeout {
    private static final String QUERY_CANCELED = "57014";

    private StatementTimeout() {}

    /**
     * Runs statements, each of which may take as long as {@code limit}; so may what follows them in the transaction.
     *
     * @throws Problem 503 if one takes longer; the transaction can't go on
     */
    public static <T> T within(Transaction tx, Duration limit, Supplier<T> statements) {
        tx.handle().execute("SET LOCAL statement_timeout = " + limit.toMillis());
        try {
            return statements.get();
        } catch (JdbiException e) {
            if (e.getCause() instanceof PSQLException cause && QUERY_CANCELED.equals(cause.getSQLState())) {
                throw Problem.takesTooLong(limit);
            }
            throw e;
        }
    }
}
