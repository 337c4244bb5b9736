package dev.docket.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A table as the catalogue knows it that has to stand behind the wall.
 *
 * @param column which says the program
 * @param policies role, command, kind and condition of each, by name
 */
record WalledTable(String name, String column, boolean enabled, boolean forced, List<String> policies) {
    /** Those with a column {@code program_id}, those that refer to such a table, and the two with another column. */
    private static final String WITH_ROWS_OF_PROGRAMS = """
            WITH RECURSIVE found AS (
                SELECT c.oid FROM pg_class c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                  AND (c.relname IN ('program', 'journal') OR EXISTS (
                      SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'program_id' AND NOT a.attisdropped))
                UNION
                SELECT k.conrelid FROM pg_constraint k JOIN found ON found.oid = k.confrelid WHERE k.contype = 'f'
            )
            SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
                   (SELECT coalesce(array_agg(concat_ws(' ', p.roles, p.cmd, p.permissive, p.qual, p.with_check)
                                              ORDER BY p.policyname), '{}')
                    FROM pg_policies p WHERE p.schemaname = current_schema() AND p.tablename = c.relname)
            FROM found JOIN pg_class c USING (oid)
            ORDER BY c.relname
            """;

    static List<WalledTable> all(Handle handle) {
        return handle.createQuery(WITH_ROWS_OF_PROGRAMS)
                .map((rows, _) -> new WalledTable(
                        rows.getString(1),
                        columnOf(rows.getString(1)),
                        rows.getBoolean(2),
                        rows.getBoolean(3),
                        List.of((String[]) rows.getArray(4).getArray())))
                .list();
    }

    private static String columnOf(String table) {
        return switch (table) {
            case "program" -> "id";
            case "journal" -> "stream";
            default -> "program_id";
        };
    }

    /** Where the wall has a hole; empty if it has none. */
    List<String> holes() {
        List<String> holes = new ArrayList<>();
        if (!enabled) {
            holes.add(name + ": no row-level security");
        }
        if (!forced) {
            holes.add(name + ": the owner passes");
        }
        List<String> expected = List.of(
                "{docket_app} ALL PERMISSIVE (" + column + " = entered_program())",
                "{docket_every_program} ALL PERMISSIVE true");
        if (!policies.equals(expected)) {
            holes.add(name + ": policies " + policies + " (expected: " + expected + ")");
        }
        return holes;
    }

    @Override
    public String toString() {
        return name;
    }
}
