package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.journal.EventType;
import dev.docket.testing.Contract;
import dev.docket.testing.IsolationReport;
import dev.docket.testing.IsolationTable;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every change, and whom it reaches on open sockets; every message of the connection, and who gets or may send it: against
 * {@code isolation/events.txt}. An event or message that it does not know fails the build. What was found stands in {@code
 * docs/isolation.md}.
 */
final class LiveIsolationTest {
    private static final String TABLE = "events.txt";
    private static final String EVERY_OTHER = "every other change";
    private static final List<String> OF_ANOTHER_PROGRAM = List.of("full", "-", "-", "-", "-", "full", "-", "-");

    private static final TestingServer server = TestingServer.start();
    /** What was found: lines as they stand in the table, by area. */
    private static final Map<String, List<String>> found = new LinkedHashMap<>();

    private static int cells;

    /** Trap 3: sockets that ignore roles. */
    @BeforeAll
    static void tryEverything() {
        try (LiveIsolation isolation = new LiveIsolation(server)) {
            isolation.deactivateTheOneWhoIsGone();
            isolation.scenes().forEach((one, scene) -> {
                isolation.look();
                one.mutation().act().accept(scene);
                add(one, Reached.of(isolation.look()));
            });
            SystemChanges.all(server).forEach((name, change) -> {
                isolation.look();
                change.run();
                add("People and settings", name, "", Reached.of(isolation.look()));
            });
            new ConnectionMessages(server, isolation)
                    .found()
                    .forEach((area, lines) -> lines.forEach(line -> {
                        cells += LiveIsolation.COLUMNS;
                        found.computeIfAbsent(area, _ -> new ArrayList<>()).add(line);
                    }));
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void trap3ReachesNobodyWhomTheTableDoesNotName() {
        Map<String, List<String>> expected = expected();

        found.forEach((area, lines) -> assertThat(lines.stream().map(LiveIsolationTest::closed))
                .as(area)
                .containsExactlyElementsOf(expected.getOrDefault(area, List.of())));
        assertThat(expected.keySet()).isEqualTo(found.keySet());
    }

    @Test
    void knowsEveryEventAndMessage() {
        Set<String> tried = IsolationTable.read(TABLE).stream()
                .flatMap(line -> Stream.of(line.cells().getFirst(), line.cells().get(2)))
                .flatMap(cell -> Arrays.stream(cell.split(" (?:\\+|→) ", -1)))
                .filter(name -> name.contains(":"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> described = Contract.ofEvents().messages();

        assertThat(tried).containsExactlyInAnyOrderElementsOf(described);
        assertThat(described)
                .containsAll(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toList());
    }

    @Test
    void writesDownWhatItFound() {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        found.forEach((area, all) ->
                lines.put(area, all.stream().map(LiveIsolationTest::closed).toList()));
        Assumptions.assumeTrue(lines.equals(expected()), "something is not as expected");

        IsolationReport.check(IsolationReport.Part.EVENTS, cells, EventsReport.of(found));
    }

    private static Map<String, List<String>> expected() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        IsolationTable.read(TABLE)
                .forEach(line -> expected.computeIfAbsent(line.area(), _ -> new ArrayList<>())
                        .add(closed(String.join(" | ", line.cells()))));
        return expected;
    }

    /** Without the blanks that make a table of it. */
    private static String closed(String line) {
        return line.replaceAll(" +", " ");
    }

    /** The rule for what is foreign is not written down for each change. */
    private static void add(LiveIsolation.Case one, Reached reached) {
        Mutation mutation = one.mutation();
        if (!one.whose().equals(LiveIsolation.FOREIGN) || !reached.cells().equals(OF_ANOTHER_PROGRAM)) {
            add(mutation.area(), mutation.name(), one.whose(), reached);
            return;
        }
        cells += LiveIsolation.COLUMNS;
        List<String> lines = found.computeIfAbsent(mutation.area(), _ -> new ArrayList<>());
        String rule = line(EVERY_OTHER, LiveIsolation.FOREIGN, "", OF_ANOTHER_PROGRAM, "");
        lines.remove(rule);
        lines.add(rule);
    }

    private static void add(String area, String name, String whose, Reached reached) {
        cells += LiveIsolation.COLUMNS;
        found.computeIfAbsent(area, _ -> new ArrayList<>())
                .add(line(name, whose, reached.events(), reached.cells(), reached.lacks()));
    }

    private static String line(String name, String whose, String events, List<String> reached, String lacks) {
        return String.join(" | ", name, whose, events, String.join(" ", reached), lacks);
    }
}
