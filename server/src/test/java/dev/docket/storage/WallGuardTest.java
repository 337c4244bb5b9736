package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingDatabase;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fails the build when a table with rows of programs stands outside of the wall. Whoever comes here with a new table: its
 * migration says {@code CALL wall_in('…')}.
 */
final class WallGuardTest {
    private static final TestingDatabase testing = TestingDatabase.create();

    @AfterAll
    static void close() {
        testing.close();
    }

    @Test
    void findsNoTableOutsideOfTheWall() {
        List<WalledTable> tables = testing.database().read(tx -> WalledTable.all(tx.handle()));

        assertThat(tables).extracting(WalledTable::name).contains("program", "journal", "request", "comment_version");
        assertThat(tables).flatExtracting(WalledTable::holes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            program_id uuid                  | SELECT                                                   | no row-level security
            request_id uuid REFERENCES request | SELECT                                                 | no row-level security
            program_id uuid                  | ALTER TABLE novelty ENABLE ROW LEVEL SECURITY            | the owner passes
            program_id uuid                  | CALL wall_in('novelty'); DROP POLICY every_program ON novelty | policies
            program_id uuid                  | CALL wall_in('novelty'); CREATE POLICY hole ON novelty USING (true) | policies
            program_id uuid, other uuid      | CALL wall_in('novelty', 'other')                         | policies
            """)
    void failsForATableThatIsNotWalledIn(String columns, String statements, String hole) {
        assertThat(holesOfNovelty(columns, statements)).anyMatch(found -> found.startsWith("novelty: " + hole));
    }

    @Test
    void isContentWithATableThatIsWalledIn() {
        assertThat(holesOfNovelty("program_id uuid", "CALL wall_in('novelty')")).isEmpty();
    }

    /** A view asks with its owner's rights unless it says otherwise. */
    @Test
    void findsNoViewThatLooksOverTheWall() {
        assertThat(names("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('v', 'm')
                          AND NOT coalesce(reloptions @> '{security_invoker=true}', false)
                        """)).isEmpty();
    }

    /** Each is known to keep to the program entered. */
    @Test
    void findsNoFunctionThatLooksOverTheWallButThoseThatMay() {
        assertThat(names("""
                        SELECT proname FROM pg_proc
                        WHERE pronamespace = current_schema()::regnamespace
                          AND (prosecdef OR proconfig::text LIKE '%role=%')
                        """)).containsExactly("requests_shared_with");
    }

    private static List<String> holesOfNovelty(String columns, String statements) {
        return testing.database().write(tx -> {
            TestingDatabase.becomeOwner(tx);
            Handle handle = tx.handle();
            handle.execute("CREATE TABLE novelty (" + columns + ")");
            for (String statement : statements.split("; ", -1)) {
                handle.execute(statement);
            }
            List<String> holes = WalledTable.all(handle).stream()
                    .flatMap(table -> table.holes().stream())
                    .toList();
            handle.execute("DROP TABLE novelty");
            return holes;
        });
    }

    private static List<String> names(String sql) {
        return testing.database()
                .read(tx -> tx.handle().createQuery(sql).mapTo(String.class).list());
    }
}
