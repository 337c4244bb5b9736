package dev.docket.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

/**
 * A statement that nobody waits for ({@link Transaction#later}).
 *
 * @param sql one statement, the same text for each call; its parameters are called as in no other that may travel with it
 * @param parameters binds them
 * @param answered reads the answer, as {@link PreparedStatement#execute} leaves it
 */
public record Later(String sql, Consumer<Query> parameters, Answered answered) {
    @FunctionalInterface
    public interface Answered {
        void read(PreparedStatement statement) throws SQLException;
    }
}
