package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.StartFailure;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class EmbeddedPostgresServerTest {
    private static final TestingFolder folder = TestingFolder.create();

    @AfterAll
    static void close() {
        folder.close();
    }

    @Test
    void keepsItsPromiseToTheDisk() {
        try (EmbeddedPostgresServer server = start()) {
            assertThat(List.of(setting(server, "fsync"), setting(server, "synchronous_commit")))
                    .containsOnly("on");
            assertThat(setting(server, "listen_addresses")).isEqualTo("localhost");
            assertThat(setting(server, "unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        try (EmbeddedPostgresServer server = start()) {
            String url = server.target(1).url();

            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.path().resolve("postgres.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesASecondServerOnTheSameFolder() {
        try (EmbeddedPostgresServer _ = start()) {
            assertThatThrownBy(EmbeddedPostgresServerTest::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageEndingWith("is in use by another Docket server.");
        }
    }

    @Test
    void startsOverAPidFileWhoseNumberBelongsToSomebodyElse() throws IOException {
        start().close();
        Path pidFile = folder.path().resolve("postgres/postmaster.pid");
        Files.write(pidFile, List.of(Long.toString(ProcessHandle.current().pid()), "leftover", "0", "5432"));

        try (EmbeddedPostgresServer server = start()) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void startsOverAPidFileThatIsNone() throws IOException {
        start().close();
        Files.writeString(folder.path().resolve("postgres/postmaster.pid"), "not a number\n");

        try (EmbeddedPostgresServer server = start()) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void isStartedAgainOnTheSamePortWhenItsPostmasterIsKilled() throws Exception {
        try (EmbeddedPostgresServer server = start();
                Database database = Database.open(server.target(2))) {
            database.writeOnly(tx -> {
                TestingDatabase.becomeOwner(tx);
                tx.handle().execute("CREATE TABLE kept AS SELECT 42 AS answer");
            });
            ProcessHandle postmaster = postmaster();

            postmaster.destroyForcibly();
            postmaster.onExit().get(10, TimeUnit.SECONDS);

            assertThat(answerAfterAWhile(database)).isEqualTo(42);
            assertThat(postmaster().pid()).isNotEqualTo(postmaster.pid());
        }
        assertThat(folder.path().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    /** Each failing attempt takes its time: the pool waits for a connection. */
    private static int answerAfterAWhile(Database database) {
        for (int attempts = 1; ; attempts++) {
            try {
                return database.read(tx -> tx.handle()
                        .createQuery("SELECT answer FROM kept")
                        .mapTo(int.class)
                        .one());
            } catch (JdbiException e) {
                if (attempts == 20) {
                    throw e;
                }
            }
        }
    }

    private static ProcessHandle postmaster() throws IOException {
        Path pidFile = folder.path().resolve("postgres/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static EmbeddedPostgresServer start() {
        return EmbeddedPostgresServer.start(folder.path(), TestingDatabase.PROGRAMS, Map.of());
    }

    private static String setting(EmbeddedPostgresServer server, String name) {
        try (Database database = Database.open(server.target(2))) {
            return database.read(tx -> {
                TestingDatabase.becomeOwner(tx);
                return tx.handle()
                        .createQuery("SHOW " + name)
                        .mapTo(String.class)
                        .one();
            });
        }
    }
}
