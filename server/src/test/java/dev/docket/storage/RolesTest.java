package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Ids;
import dev.docket.common.StartFailure;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingFolder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a PostgreSQL of its own, where the database belongs to somebody who is no superuser. */
final class RolesTest {
    private static final TestingFolder folder = TestingFolder.create();
    private static final EmbeddedPostgresServer server =
            EmbeddedPostgresServer.start(folder.path(), TestingDatabase.PROGRAMS, Map.of("fsync", "off"));

    @AfterAll
    static void close() {
        server.close();
        folder.close();
    }

    @AfterEach
    void forget() throws SQLException {
        for (String statement : List.of(
                "DROP DATABASE IF EXISTS office",
                "DROP ROLE IF EXISTS \"the owner\"",
                "DROP ROLE IF EXISTS docket_app",
                "DROP ROLE IF EXISTS docket_every_program")) {
            asSuperuser(statement);
        }
    }

    @Test
    void saysWhatASuperuserMustRunForAnOrdinaryOwner() throws SQLException {
        Database.Target target = owned("");

        String sentence = failure(target);

        assertThat(sentence)
                .startsWith("the database user the owner may not make the roles")
                .endsWith("See docs/operate/database.md.");
        asSuperuser(statements(sentence));
        assertWalled(target);
    }

    @Test
    void saysOnlyWhatIsStillMissing() throws SQLException {
        Database.Target target = owned("");
        asSuperuser("CREATE ROLE docket_app NOLOGIN");

        assertThat(statements(failure(target)))
                .isEqualTo("CREATE ROLE docket_every_program NOLOGIN; "
                        + "GRANT docket_app, docket_every_program TO \"the owner\" WITH INHERIT FALSE, SET TRUE;");
    }

    @Test
    void makesTheRolesByAnOwnerWhoMay() throws SQLException {
        assertWalled(owned("CREATEROLE"));
    }

    @Test
    void findsItsTablesInASchemaOfTheUsersName() throws SQLException {
        Database.Target target = owned("CREATEROLE");
        try (Connection owner = connect(target);
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA \"the owner\"");
        }

        assertWalled(target);
        assertThat(count(target, "pg_tables WHERE schemaname = 'public'")).isZero();
    }

    @Test
    void takesPostgresFrom16On() {
        assertThatCode(() -> Roles.refuseTooOld(16)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Roles.refuseTooOld(15))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("the database is PostgreSQL 15 (expected: 16 or newer");
    }

    /** Docket starts, starts again, writes and reads; whoever owns the tables and forgets to become a role finds nothing. */
    private static void assertWalled(Database.Target target) throws SQLException {
        Database.open(target).close();
        UUID program = Ids.next();
        try (Database database = Database.open(target)) {
            database.writeOnly(tx -> {
                tx.enter(program);
                tx.handle().execute("INSERT INTO stream (id, epoch) VALUES (?, ?)", program, program);
                tx.handle().execute("""
                        INSERT INTO program (id, key, name, description, status, allow_client_submission, require_approval,
                                             version, created_at)
                        VALUES (?, 'OPS', 'Operations', '', 'active', true, true, 1, now())
                        """, program);
            });
            assertThat(database.<List<UUID>>read(tx -> {
                        tx.seeEveryProgram();
                        return tx.handle()
                                .createQuery("SELECT id FROM program")
                                .mapTo(UUID.class)
                                .list();
                    }))
                    .containsExactly(program);
        }
        assertThat(count(target, "program")).isZero();
    }

    private static String failure(Database.Target target) {
        try (Database _ = Database.open(target)) {
            throw new AssertionError("it started");
        } catch (StartFailure e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String statements(String sentence) {
        Matcher statements = Pattern.compile("run once: (.*;) See").matcher(sentence);
        assertThat(statements.find()).as(sentence).isTrue();
        return statements.group(1);
    }

    private static Database.Target owned(String right) throws SQLException {
        asSuperuser("CREATE ROLE \"the owner\" LOGIN " + right + " PASSWORD 'secret'");
        asSuperuser("CREATE DATABASE office OWNER \"the owner\"");
        return new Database.Target(server.target("office", 2).url(), "the owner", "secret", 2);
    }

    private static int count(Database.Target target, String from) throws SQLException {
        try (Connection owner = connect(target);
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void asSuperuser(String statements) throws SQLException {
        try (Connection superuser = connect(server.target(1));
                Statement statement = superuser.createStatement()) {
            statement.execute(statements);
        }
    }

    private static Connection connect(Database.Target target) throws SQLException {
        return DriverManager.getConnection(target.url(), target.user(), target.password());
    }
}
