package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Ids;
import dev.docket.testing.TestingDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a statement finds that says nothing of its program, in every table that the catalogue knows. */
final class ProgramWallTest {
    private static final TestingDatabase testing = TestingDatabase.create();
    private static final Database database = testing.database();
    private static final UUID entered = Ids.next();
    private static final UUID foreign = Ids.next();

    @BeforeAll
    static void fill() {
        SampleRows.fill(database, entered, foreign);
    }

    @AfterAll
    static void close() {
        testing.close();
    }

    static Stream<WalledTable> tables() {
        return database.read(tx -> WalledTable.all(tx.handle())).stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void findsNothingBeforeAProgramIsEntered(WalledTable table) {
        assertThat(database.<List<UUID>>read(tx -> programs(tx, table))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void findsTheProgramEnteredAndNoOther(WalledTable table) {
        assertThat(database.<List<UUID>>read(tx -> {
                    tx.enter(entered);
                    return programs(tx, table);
                }))
                .containsExactly(entered);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void findsTheProgramEnteredLast(WalledTable table) {
        assertThat(database.<List<UUID>>read(tx -> {
                    tx.enter(entered);
                    tx.seeEveryProgram();
                    tx.enter(foreign);
                    return programs(tx, table);
                }))
                .containsExactly(foreign);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void findsEveryProgramOnceThatIsAskedFor(WalledTable table) {
        assertThat(database.<List<UUID>>read(tx -> {
                    tx.seeEveryProgram();
                    return programs(tx, table);
                }))
                .containsExactlyInAnyOrder(entered, foreign);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void takesNoRowOfAnotherProgram(WalledTable table) {
        assertThatThrownBy(() -> database.writeOnly(tx -> {
                    tx.enter(entered);
                    SampleRows.insert(tx.handle(), table, foreign);
                }))
                .hasMessageContaining("new row violates row-level security policy for table \"" + table + "\"");
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void movesNoRowToAnotherProgram(WalledTable table) {
        assertThatThrownBy(() -> database.writeOnly(tx -> {
                    tx.enter(entered);
                    tx.handle().execute("UPDATE " + table + " SET " + table.column() + " = ?", foreign);
                }))
                .hasMessageContaining("new row violates row-level security policy for table \"" + table + "\"");
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void changesNothingBeforeAProgramIsEntered(WalledTable table) {
        assertThat(database.<Integer>write(tx ->
                        tx.handle().execute("UPDATE " + table + " SET " + table.column() + " = gen_random_uuid()")))
                .isZero();
        assertThat(database.<Integer>write(tx -> tx.handle().execute("DELETE FROM " + table)))
                .isZero();
    }

    static Stream<WalledTable> changeable() {
        return tables().filter(table -> !table.name().equals("journal"));
    }

    private static List<UUID> programs(Transaction tx, WalledTable table) {
        return tx.handle()
                .createQuery("SELECT " + table.column() + " FROM " + table)
                .mapTo(UUID.class)
                .list();
    }
}
