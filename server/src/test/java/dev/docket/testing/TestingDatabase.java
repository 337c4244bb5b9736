package dev.docket.testing;

import dev.docket.identity.FirstAdmin;
import dev.docket.storage.Database;
import dev.docket.storage.EmbeddedPostgresServer;
import dev.docket.storage.Transaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database of one's own on a real PostgreSQL. The server is started once per test JVM, does not wait for the
 * disk, and is gone with the JVM; a new database is a copy of a template and takes a fraction of a second.
 *
 * {@snippet :
 * private static final TestingDatabase testing = TestingDatabase.create();
 *
 * @AfterAll
 * static void close() {
 *     testing.close();
 * }
 * }
 */
public final class TestingDatabase implements AutoCloseable {
    /** Kept between runs. */
    public static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"), "docket-test-programs");

    private static final int POOL_SIZE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TEMPLATE = "docket_template";
    private static final AtomicInteger count = new AtomicInteger();

    private final Database.Target target;
    private final Database database;
    private FirstAdmin.@Nullable Credentials firstAdmin;

    private TestingDatabase(Database.Target target) {
        this.target = target;
        this.database = Database.open(target);
    }

    public static TestingDatabase create() {
        String name = "docket_test_" + count.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return new TestingDatabase(Server.POSTGRES.target(name, POOL_SIZE));
    }

    public Database database() {
        return database;
    }

    /** For what opens the database itself, such as a whole server. */
    public Database.Target target() {
        return target;
    }

    /** The admin that the first server on this database made, for the servers after it. */
    FirstAdmin.Credentials firstAdmin(Optional<FirstAdmin.Credentials> ifFirst) {
        ifFirst.ifPresent(credentials -> firstAdmin = credentials);
        return Objects.requireNonNull(firstAdmin, "somebody else started the first server on this database");
    }

    /** For the rest of the transaction it is as if the database's owner had come by himself: no wall, and tables to change. */
    public static void becomeOwner(Transaction tx) {
        tx.handle().execute("SET LOCAL ROLE NONE");
    }

    /** Returns as soon as at least {@code count} others wait for a lock, which {@code tx} has. */
    public static void awaitWaiting(Transaction tx, int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int waiting;
        do {
            waiting = tx.handle().createQuery("""
                            SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted
                            """).mapTo(Integer.class).one();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waiting for a lock: " + waiting + " (expected: " + count + ")");
            }
        } while (waiting < count);
    }

    @Override
    public void close() {
        database.close();
        String name = target.url().substring(target.url().lastIndexOf('/') + 1);
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static void execute(String sql) {
        Database.Target server = Server.POSTGRES.target(1);
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started by the first test that asks. */
    private static final class Server {
        static final EmbeddedPostgresServer POSTGRES = start();

        private static EmbeddedPostgresServer start() {
            TestingFolder folder = TestingFolder.create();
            EmbeddedPostgresServer server = EmbeddedPostgresServer.start(
                    folder.path(),
                    PROGRAMS,
                    Map.of(
                            "fsync", "off",
                            "synchronous_commit", "off",
                            "full_page_writes", "off",
                            "shared_buffers", "64MB",
                            "max_connections", "200"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                folder.close();
            }));
            Database.Target template = server.target(TEMPLATE, 2);
            createTemplate(server.target(1));
            Database.open(template).close();
            return server;
        }

        private static void createTemplate(Database.Target server) {
            try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + TEMPLATE);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
