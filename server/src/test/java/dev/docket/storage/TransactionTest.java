package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Ids;
import dev.docket.testing.TestingDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransactionTest {
    private static final TestingDatabase testing = TestingDatabase.create();
    /** With a single connection: each transaction gets what the one before left. */
    private static final Database database = Database.open(new Database.Target(
            testing.target().url(), testing.target().user(), testing.target().password(), 1));

    private static final UUID program = Ids.next();

    @AfterAll
    static void close() {
        database.close();
        testing.close();
    }

    @Test
    void beginsInNoProgram() {
        assertThat(database.read(TransactionTest::standing)).isEqualTo("docket_app in no program");
    }

    @Test
    void leavesTheProgramAtItsEnd() {
        assertThat(database.<String>write(tx -> {
                    tx.enter(program);
                    return standing(tx);
                }))
                .isEqualTo("docket_app in " + program);

        assertThat(database.read(TransactionTest::standing)).isEqualTo("docket_app in no program");
        assertThat(database.readOnce(TransactionTest::standing)).isEqualTo("docket_app in no program");
    }

    @Test
    void seesEveryProgramUntilItsEnd() {
        assertThat(database.<String>read(tx -> {
                    tx.seeEveryProgram();
                    return standing(tx);
                }))
                .isEqualTo("docket_every_program in no program");

        assertThat(database.read(TransactionTest::standing)).isEqualTo("docket_app in no program");
    }

    @Test
    void seesNoOtherProgramOnceItEntersOne() {
        assertThat(database.<String>read(tx -> {
                    tx.seeEveryProgram();
                    tx.enter(program);
                    return standing(tx);
                }))
                .isEqualTo("docket_app in " + program);
    }

    @Test
    void leavesNothingBehindWhenItFails() {
        assertThatThrownBy(() -> database.writeOnly(tx -> {
                    tx.enter(program);
                    tx.seeEveryProgram();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(database.read(TransactionTest::standing)).isEqualTo("docket_app in no program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET actor_name = 'Somebody else'",
                "DELETE FROM journal",
                "TRUNCATE journal",
                "TRUNCATE request",
                "ALTER TABLE journal DISABLE TRIGGER journal_append_only",
                "ALTER TABLE request DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE request NO FORCE ROW LEVEL SECURITY",
                "ALTER TABLE request OWNER TO docket_app",
                "DROP POLICY entered_program ON request",
                "CREATE POLICY hole ON request USING (true)",
                "ALTER TABLE request ADD COLUMN novelty text",
                "CREATE TABLE novelty ()",
                "CREATE OR REPLACE FUNCTION entered_program() RETURNS uuid LANGUAGE sql RETURN NULL",
                "SELECT * FROM flyway_schema_history",
            })
    void mayNotTouchTheWall(String statement) {
        assertThatThrownBy(() -> database.writeOnly(tx -> tx.handle().execute(statement)))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThatThrownBy(() -> database.writeOnly(tx -> {
                    tx.seeEveryProgram();
                    tx.handle().execute(statement);
                }))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private static String standing(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT current_user || ' in ' || coalesce(entered_program()::text, 'no program')")
                .mapTo(String.class)
                .one();
    }
}
