package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Problem;
import dev.docket.common.ProblemType;
import dev.docket.testing.TestingDatabase;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class StatementTimeoutTest {
    private static final TestingDatabase testing = TestingDatabase.create();
    /** With a single connection: each transaction gets what the one before left. */
    private static final Database database = Database.open(new Database.Target(
            testing.target().url(), testing.target().user(), testing.target().password(), 1));

    @AfterAll
    static void close() {
        database.close();
        testing.close();
    }

    @Test
    void givesUpAStatementThatTakesLonger() {
        assertThatThrownBy(() -> ask(Duration.ofMillis(20), "SELECT pg_sleep(60)"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.TAKES_TOO_LONG));
    }

    @Test
    void letsOtherFailuresPass() {
        assertThatThrownBy(() -> ask(Duration.ofSeconds(20), "SELECT 1 / 0")).isInstanceOf(JdbiException.class);
    }

    @Test
    void isOverWithTheTransaction() {
        assertThat(ask(Duration.ofSeconds(20), "SELECT current_setting('statement_timeout')"))
                .isEqualTo("20s");
        assertThat(database.<String>read(tx -> one(tx, "SELECT current_setting('statement_timeout')")))
                .isEqualTo("0");
    }

    private static String ask(Duration timeout, String sql) {
        return database.read(tx -> StatementTimeout.within(tx, timeout, () -> one(tx, sql)));
    }

    private static String one(Transaction tx, String sql) {
        return tx.handle().createQuery(sql).mapTo(String.class).one();
    }
}
