package dev.docket;

import dev.docket.testing.IsolationReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was answered on every route, as a table for each area. */
final class RoutesReport {
    private static final String HEAD = """
            | Route | Whose | State | With | Admin | Manager | Team | Owner | Client | Foreign | Gone | Nobody |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final Map<RouteRow, List<Integer>> found = new LinkedHashMap<>();

    void add(RouteRow row, List<Integer> answers) {
        found.put(row, answers);
    }

    boolean isComplete() {
        return found.keySet().containsAll(RouteRow.all());
    }

    void check() {
        StringBuilder text = new StringBuilder("""
                Every route of `openapi.yml`. In the same calls it was checked that what was refused left no entry in the journal, that what
                was done left one, and that each answer is what the API's description says.
                """);
        String area = "";
        for (RouteRow row : RouteRow.all()) {
            if (!row.area().equals(area)) {
                area = row.area();
                text.append("\n### ").append(area).append("\n\n").append(HEAD);
            }
            text.append(line(row, found.getOrDefault(row, List.of())));
        }
        IsolationReport.check(IsolationReport.Part.ROUTES, found.size() * Everybody.COLUMNS, text.toString());
    }

    private static String line(RouteRow row, List<Integer> answers) {
        boolean saysNothing = row.body().isEmpty() || row.body().equals("{}");
        return "| `%s %s` | %s | %s | %s | %s |%n"
                .formatted(
                        row.method(),
                        row.path(),
                        row.whose(),
                        row.state(),
                        saysNothing ? "" : "`" + row.body() + "`",
                        answers.stream().map(String::valueOf).collect(Collectors.joining(" | ")));
    }
}
