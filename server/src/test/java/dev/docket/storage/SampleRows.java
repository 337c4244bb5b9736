package dev.docket.storage;

import dev.docket.testing.TestingDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows for any table, made from what the catalogue says of its columns: they need no sense, only a program. */
final class SampleRows {
    private SampleRows() {}

    /** One row for each of the programs in each of the tables. What keeps senseless rows out is taken away. */
    static void fill(Database database, UUID... programs) {
        database.writeOnly(tx -> {
            TestingDatabase.becomeOwner(tx);
            Handle handle = tx.handle();
            handle.execute("SET LOCAL session_replication_role = replica"); // no foreign keys
            for (WalledTable table : WalledTable.all(handle)) {
                dropChecks(handle, table);
                for (UUID program : programs) {
                    insert(handle, table, program);
                }
            }
        });
    }

    static void insert(Handle handle, WalledTable table, UUID program) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(table.column(), "?");
        handle.createQuery("""
                        SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute
                        WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped
                          AND attnotnull AND NOT atthasdef AND attidentity = '' AND attname <> :column
                        """)
                .bind("table", table.name())
                .bind("column", table.column())
                .map((rows, _) -> Map.entry(rows.getString(1), value(rows.getString(2))))
                .forEach(column -> values.put(column.getKey(), column.getValue()));
        handle.execute(
                "INSERT INTO " + table.name() + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                        + String.join(", ", values.values()) + ")",
                program);
    }

    private static void dropChecks(Handle handle, WalledTable table) {
        handle.createQuery(
                        "SELECT conname FROM pg_constraint WHERE conrelid = CAST(:table AS regclass) AND contype = 'c'")
                .bind("table", table.name())
                .mapTo(String.class)
                .list()
                .forEach(check -> handle.execute("ALTER TABLE " + table.name() + " DROP CONSTRAINT " + check));
    }

    private static String value(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text", "citext" -> "md5(random()::text)";
            case "integer", "bigint" -> "1";
            case "boolean" -> "false";
            case "timestamp with time zone", "date" -> "now()";
            case "json", "jsonb" -> "'{}'";
            case "bytea" -> "'x'";
            default -> {
                if (type.endsWith("[]")) {
                    yield "'{}'";
                }
                throw new IllegalArgumentException(type + " (expected: a type that is listed here)");
            }
        };
    }
}
