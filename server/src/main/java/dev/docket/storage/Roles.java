package dev.docket.storage;

import dev.docket.common.StartFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The roles that the server works as. They own nothing and nobody logs in as them: the user of the settings, who owns the
 * database, becomes them. They belong to the whole PostgreSQL server, not to one database of it.
 */
final class Roles {
    static final String ONE_PROGRAM = "docket_app";
    static final String EVERY_PROGRAM = "docket_every_program";

    private static final int OLDEST_VERSION = 16;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Not inherited: who has become neither of them finds nothing, the owner included. */
    private static final String MADE_IF_MISSING = """
            DO $$
            DECLARE
                needed name;
            BEGIN
                PERFORM pg_advisory_xact_lock(hashtext('docket roles'));
                FOREACH needed IN ARRAY '{%s, %s}'::name[] LOOP
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = needed) THEN
                        EXECUTE format('CREATE ROLE %%I NOLOGIN', needed);
                    END IF;
                    IF NOT pg_has_role(needed, 'SET') THEN
                        EXECUTE format('GRANT %%I TO %%I WITH INHERIT FALSE, SET TRUE', needed, current_user);
                    END IF;
                END LOOP;
            END
            $$
            """.formatted(ONE_PROGRAM, EVERY_PROGRAM);

    private static final String FOR_SUPERUSER = """
            SELECT coalesce((SELECT string_agg(format('CREATE ROLE %%I NOLOGIN; ', needed), '')
                             FROM unnest('{%1$s, %2$s}'::name[]) needed
                             WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = needed)), '')
                || format('GRANT %1$s, %2$s TO %%I WITH INHERIT FALSE, SET TRUE;', current_user)
            """.formatted(ONE_PROGRAM, EVERY_PROGRAM);

    private Roles() {}

    /** @throws StartFailure if they are missing and {@code owner} may not make them; it says what a superuser runs */
    static void makeIfMissing(Connection owner) throws SQLException {
        refuseTooOld(owner.getMetaData().getDatabaseMajorVersion());
        try (Statement statement = owner.createStatement()) {
            statement.execute(MADE_IF_MISSING);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw new StartFailure(
                        "the database user " + owner.getMetaData().getUserName()
                                + " may not make the roles that keep programs apart. Let a superuser run once: "
                                + forSuperuser(owner) + " See docs/operate/database.md.",
                        e);
            }
            throw e;
        }
    }

    /** Before 16, who may become a role inherits its rights, too. */
    static void refuseTooOld(int version) {
        if (version < OLDEST_VERSION) {
            throw new StartFailure("the database is PostgreSQL " + version + " (expected: " + OLDEST_VERSION
                    + " or newer; Docket is tested with 18).");
        }
    }

    /** Only what is still needed. */
    private static String forSuperuser(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(FOR_SUPERUSER)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
