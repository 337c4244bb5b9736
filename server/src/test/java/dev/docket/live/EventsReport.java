package dev.docket.live;

import java.util.List;
import java.util.Map;

/** What reached whom over the socket, as a table for each area. */
final class EventsReport {
    private static final String HEAD = """
            | What | Whose, of what | Event | Admin | Manager | Team | Owner | Client | Foreign | Gone | Nobody | Left out |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private EventsReport() {}

    /** @param found lines of cells that bars separate, by area */
    static String of(Map<String, List<String>> found) {
        StringBuilder text = new StringBuilder("""
                Every kind of change was really made, while all of these people were connected: to a request of the client ("Owner"), to one of
                the team member ("Team"), and in another program. `full`: it came as staff get it. `less`: without what is named under "Left out" (with
                `~`: another value came, such as a count without what is internal). `forget`: only that the request is out of sight now.
                `-`: nothing came. "Gone" was connected until the account was deactivated; nobody without an account ever is.
                """);
        found.forEach((area, lines) -> {
            text.append("\n### ").append(area).append("\n\n").append(HEAD);
            lines.forEach(line -> text.append(row(line.split(" \\| ", -1))));
        });
        return text.toString();
    }

    private static String row(String[] cells) {
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        code(cells[0]),
                        cells[1],
                        code(cells[2]),
                        String.join(" | ", cells[3].split(" ", -1)),
                        cells[4].isEmpty() ? "" : "`" + cells[4].replace(" ", "` `") + "`");
    }

    /** Names of events and messages, and nothing else, have colons. */
    private static String code(String text) {
        return text.contains(":") ? "`" + text + "`" : text;
    }
}
