package dev.docket;

import dev.docket.testing.IsolationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A line of {@code isolation/routes.txt}: what everybody is answered on one route. */
record RouteRow(
        String area, String method, String path, String whose, String state, String body, List<Integer> answers) {
    static final String OWN = "own";
    static final String FOREIGN = "foreign";

    private static final String TABLE = "routes.txt";
    private static final List<Integer> HIDDEN = List.of(404, 404, 404, 404, 404, 404, 401, 401);
    private static final Pattern BELOW_A_PROGRAM = Pattern.compile("/programs/\\{programId}/.*\\{.*");

    /** As they are written down, and the foreign ones that need not be. */
    static List<RouteRow> all() {
        List<RouteRow> all = new ArrayList<>();
        List<RouteRow> written =
                IsolationTable.read(TABLE).stream().map(RouteRow::of).toList();
        for (RouteRow row : written) {
            all.add(row);
            boolean last =
                    written.stream().filter(row::isSameRoute).toList().getLast().equals(row);
            boolean isWritten = written.stream().anyMatch(one -> row.isSameRoute(one) && one.isForeign());
            if (last && !isWritten && row.canBeForeign()) {
                RouteRow best = written.stream()
                        .filter(row::isSameRoute)
                        .filter(one -> !one.isOwn() && one.answers().getFirst() < 300)
                        .findFirst()
                        .orElse(row);
                all.add(best.foreign());
            }
        }
        return all;
    }

    private static RouteRow of(IsolationTable.Line line) {
        List<String> cells = line.cells();
        String[] route = cells.getFirst().split(" +", -1);
        List<Integer> answers = Arrays.stream(cells.get(4).split(" +", -1))
                .map(Integer::valueOf)
                .toList();
        return new RouteRow(line.area(), route[0], route[1], cells.get(1), cells.get(2), cells.get(3), answers);
    }

    /** As the OpenAPI file writes it. */
    String route() {
        return method + " "
                + path.replaceAll("\\{(member|client|participant)Id}", "{userId}")
                        .replace("{deletedCommentId}", "{commentId}")
                        .replace("{deletedAttachmentId}", "{attachmentId}");
    }

    boolean isOwn() {
        return whose.equals(OWN);
    }

    boolean isForeign() {
        return whose.equals(FOREIGN);
    }

    /** Names something that belongs to somebody. */
    boolean belongsToSomebody() {
        return Pattern.compile("\\{(requestId|key|userId|memberId|sessionId)}")
                .matcher(path)
                .find();
    }

    /** Names more than the program. */
    boolean isBelowAProgram() {
        return BELOW_A_PROGRAM.matcher(path).matches();
    }

    private boolean canBeForeign() {
        return path.contains("{programId}") || path.contains("{key}");
    }

    private boolean isSameRoute(RouteRow other) {
        return method.equals(other.method) && path.equals(other.path);
    }

    /** A whole program, or a key, that is foreign does exist for admins. */
    private RouteRow foreign() {
        List<Integer> expected = new ArrayList<>(HIDDEN);
        if (!isBelowAProgram()) {
            expected.set(0, answers.getFirst());
        }
        return new RouteRow(area, method, path, FOREIGN, state, body, expected);
    }

    @Override
    public String toString() {
        return String.join(" ", method, path, whose, state).strip();
    }
}
