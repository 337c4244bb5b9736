package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Ids;
import dev.docket.testing.TestingDatabase;
import java.util.ArrayList;
import java.util.List;
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
    void sendsWhatCanWaitWithTheCommit() {
        keepLetters();
        List<String> answers = new ArrayList<>();

        database.writeOnly(tx -> {
            tx.later(insert("first", "a", answers));
            tx.later(insert("second", "b", answers));
            assertThat(answers).isEmpty();
            tx.afterCommit(() -> assertThat(answers).containsExactly("a", "b"));
        });

        assertThat(database.read(TransactionTest::letters)).containsExactly("a", "b");
    }

    @Test
    void findsWhatWaitedAsSoonAsItAsks() {
        keepLetters();
        List<String> answers = new ArrayList<>();

        List<String> found = database.write(tx -> {
            tx.later(insert("first", "a", answers));
            return letters(tx);
        });

        assertThat(found).containsExactly("a");
    }

    @Test
    void keepsTheOrderOfOneStatementThatIsSentTwice() {
        keepLetters();
        List<String> answers = new ArrayList<>();

        database.writeOnly(tx -> {
            for (String letter : List.of("c", "a", "b")) {
                tx.later(insert("first", letter, answers));
            }
        });

        assertThat(answers).containsExactly("c", "a", "b");
    }

    @Test
    void rollsBackEverythingIfWhatWaitedFails() {
        keepLetters();
        List<String> answers = new ArrayList<>();

        assertThatThrownBy(() -> database.writeOnly(tx -> {
                    tx.handle().execute("INSERT INTO letter VALUES ('before')");
                    tx.later(insert("first", "a", answers));
                    tx.later(insert("second", "a", answers));
                    tx.afterCommit(() -> answers.add("committed"));
                }))
                .hasMessageContaining("duplicate key");

        assertThat(answers).doesNotContain("committed");
        assertThat(database.read(TransactionTest::letters)).isEmpty();
    }

    @Test
    void sendsNothingThatWaitedWhenItFailsItself() {
        keepLetters();
        List<String> answers = new ArrayList<>();

        assertThatThrownBy(() -> database.writeOnly(tx -> {
                    tx.later(insert("first", "a", answers));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(answers).isEmpty();
        assertThat(database.read(TransactionTest::letters)).isEmpty();
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

    /** A table of the connection, which is the only one. */
    private static void keepLetters() {
        database.writeOnly(tx -> {
            tx.handle().execute("CREATE TEMPORARY TABLE IF NOT EXISTS letter (text text UNIQUE)");
            tx.handle().execute("TRUNCATE letter");
        });
    }

    private static Later insert(String name, String text, List<String> answers) {
        String sql = "INSERT INTO letter VALUES (:%1$s) RETURNING text".formatted(name);
        return new Later(sql, statement -> statement.bind(name, text), answer -> {
            answer.getResultSet().next();
            answers.add(answer.getResultSet().getString(1));
        });
    }

    private static List<String> letters(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT text FROM letter ORDER BY text")
                .mapTo(String.class)
                .list();
    }

    private static String standing(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT current_user || ' in ' || coalesce(entered_program()::text, 'no program')")
                .mapTo(String.class)
                .one();
    }
}
