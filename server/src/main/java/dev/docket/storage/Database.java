package dev.docket.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.docket.common.StartFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The way to PostgreSQL: {@code database.write(tx -> …)}. A transaction is as long as its lambda; it commits when the
 * lambda returns and rolls back when it throws. Isolation is READ COMMITTED: what must not change under a decision is
 * locked by the statement that reads it.
 */
public final class Database implements AutoCloseable {
    /** The path stays the owner's: it may hold a schema of the user's own name, which another role would not find. */
    private static final String BECOME_ONE_PROGRAM = """
            SELECT set_config('search_path',
                       (SELECT string_agg(quote_ident(schema), ', ') FROM unnest(current_schemas(false)) AS schema), false),
                   set_config('role', '%s', false)
            """.formatted(Roles.ONE_PROGRAM);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final WriteObserver observer;

    private Database(HikariDataSource pool, WriteObserver observer) {
        this.pool = pool;
        this.observer = observer;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    }

    /** Where the database is. {@code poolSize} bounds the connections of this process. */
    public record Target(String url, String user, String password, int poolSize) {
        @Override
        public String toString() {
            return "Target[" + url + ", " + user + "]";
        }
    }

    @FunctionalInterface
    public interface Work<T> {
        T run(Transaction tx);
    }

    @FunctionalInterface
    public interface Action {
        void run(Transaction tx);
    }

    /**
     * Brings the schema up to date and connects: as its owner for the first, as a role that owns nothing for the second.
     *
     * @throws StartFailure if the database can't be reached, or its schema is not one that we can bring up to date
     */
    public static Database open(Target target) {
        return open(target, WriteObserver.NONE);
    }

    /** @param observer takes part in every write */
    public static Database open(Target target, WriteObserver observer) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("docket");
        config.setJdbcUrl(target.url());
        config.setUsername(target.user());
        config.setPassword(target.password());
        config.setMaximumPoolSize(target.poolSize());
        config.setMinimumIdle(Math.min(4, target.poolSize()));
        config.setConnectionTimeout(10_000);
        // For the connection, once: asked for per transaction, it costs a dozen questions to the database each time.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", "docket");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", "3");
        config.setConnectionInitSql(BECOME_ONE_PROGRAM);
        bringUpToDate(target);
        try {
            return new Database(new HikariDataSource(config), observer);
        } catch (HikariPool.PoolInitializationException e) {
            throw unreachable(target, e.getCause() == null ? e : e.getCause());
        }
    }

    /** By the owner, on connections that the server does not use afterwards. */
    private static void bringUpToDate(Target target) {
        try (Connection owner = DriverManager.getConnection(target.url(), target.user(), target.password())) {
            Roles.makeIfMissing(owner);
        } catch (SQLException e) {
            throw unreachable(target, e);
        }
        try {
            Flyway.configure()
                    .dataSource(target.url(), target.user(), target.password())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartFailure(
                    "the database schema could not be brought up to date: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static StartFailure unreachable(Target target, Throwable cause) {
        // Without its parameters, of which one may be a password.
        String url = target.url().replaceFirst("\\?.*", "");
        return new StartFailure("the database " + url + " can't be reached: " + cause.getMessage(), cause);
    }

    public <T> T write(Work<T> work) {
        Transaction[] transaction = new Transaction[1];
        T result = jdbi.inTransaction(handle -> {
            Transaction tx = new Transaction(handle);
            transaction[0] = tx;
            observer.begun(tx);
            T answer = work.run(tx);
            observer.ending(tx, answer);
            tx.end();
            return answer;
        });
        transaction[0].committed();
        return result;
    }

    public void writeOnly(Action action) {
        write(tx -> {
            action.run(tx);
            return true;
        });
    }

    /** Several statements that see the database as it is for each; nothing may be changed. */
    public <T> T read(Work<T> work) {
        return jdbi.inTransaction(handle -> {
            handle.setReadOnly(true);
            return work.run(new Transaction(handle));
        });
    }

    /** A single statement, which needs no transaction around it and saves the round trip of its end. */
    public <T> T readOnce(Work<T> work) {
        return jdbi.withHandle(handle -> work.run(new Transaction(handle)));
    }

    /** Whether the database answers, within two seconds. */
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
