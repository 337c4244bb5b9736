package dev.docket.testing;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * {@code docs/isolation.md}: who gets what, as it was found. Each part is written by one test; the sum at the head is made of
 * the parts.
 */
public final class IsolationReport {
    private static final String FILE = "docs/isolation.md";
    private static final Pattern CELLS = Pattern.compile("<!-- (\\d+) cells -->");

    private IsolationReport() {}

    /** A part of the page, in the order in which they stand there. */
    public enum Part {
        ROUTES("Routes"),
        EVENTS("Live events");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        private String begin() {
            return "<!-- " + name() + " -->\n";
        }

        private String end() {
            return "<!-- end of " + name() + " -->\n";
        }

        private String in(String page) {
            int from = page.indexOf(begin());
            int to = page.indexOf(end());
            return from < 0 ? "" : page.substring(from, to + end().length());
        }
    }

    /**
     * @param cells that were tried, each with the expected result
     * @param text in Markdown, with headings of the third level
     */
    public static void check(Part part, int cells, String text) {
        String committed = Recorded.read(FILE);
        StringBuilder parts = new StringBuilder();
        for (Part one : Part.values()) {
            parts.append('\n');
            parts.append(
                    one == part
                            ? one.begin() + "## " + one.title + "\n<!-- " + cells + " cells -->\n" + text.strip()
                                    + "\n\n" + one.end()
                            : one.in(committed));
        }
        int sum = CELLS.matcher(parts)
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToInt(Integer::parseInt)
                .sum();
        Recorded.check(FILE, head(sum) + parts);
    }

    private static String head(int cells) {
        return """
                # Isolation: who gets what

                **0 leaks in %,d cells.** A cell is one attempt of one kind of person: a call of a route, or a change that somebody else made while this person
                was connected. Each was made over real HTTP and real sockets against a real database, and compared with the expected result, which
                stands in `server/src/test/resources/isolation/`. Tests write this page (`RightsMatrixTest`, `LiveIsolationTest`) and fail on
                any difference, on a route or event that the expectations do not know, and when this page is not what they would write.

                | Column | Who that is |
                | --- | --- |
                | Admin | an administrator who is no member of the program |
                | Manager | a manager of the program |
                | Team | a team member of the program, not the assignee |
                | Owner | the client who made what is said to be "the client's" |
                | Client | another client of the program |
                | Foreign | the manager of another program |
                | Gone | a manager of the program who was deactivated |
                | Nobody | not logged in |

                **Whose** the thing is: *the client's* (the owner's own, another's for everybody else), one's *own* (made by whoever asks; the
                manager of another program asks in that one), or *foreign* (of another program, asked for through one's own).
                404 stands for "does not exist for you", 403 for "seen, but not allowed", 401 for "who are you?".
                """.formatted(cells);
    }
}
