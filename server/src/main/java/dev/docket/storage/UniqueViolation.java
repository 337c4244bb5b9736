package dev.docket.storage;

import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells which unique constraint refused a statement, race-free: the database decides, not a look before the write. */
public final class UniqueViolation {
    private static final String SQL_STATE = "23505";

    private UniqueViolation() {}

    /** The constraint's name; empty if the statement failed for another reason. */
    public static Optional<String> constraint(JdbiException failure) {
        if (failure.getCause() instanceof PSQLException cause && SQL_STATE.equals(cause.getSQLState())) {
            return Optional.ofNullable(cause.getServerErrorMessage()).map(ServerErrorMessage::getConstraint);
        }
        return Optional.empty();
    }
}
