package dev.docket.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What is expected, as people read it: areas with a heading each, then one line of cells for each thing that is tried. */
public final class IsolationTable {
    private static final String HEADING = "## ";

    private IsolationTable() {}

    /** Cells are separated by bars, and stripped. */
    public record Line(String area, List<String> cells) {}

    /** @param file in {@code isolation/} */
    public static List<Line> read(String file) {
        List<Line> lines = new ArrayList<>();
        String area = "";
        boolean first = false;
        for (String line : text(file).lines().toList()) {
            if (line.startsWith(HEADING)) {
                area = line.substring(HEADING.length());
                first = true;
            } else if (!area.isEmpty() && line.contains("|")) {
                if (!first) {
                    lines.add(new Line(
                            area,
                            Arrays.stream(line.split("\\|", -1))
                                    .map(String::strip)
                                    .toList()));
                }
                first = false;
            }
        }
        return lines;
    }

    private static String text(String file) {
        try (InputStream stream = IsolationTable.class.getResourceAsStream("/isolation/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
