package dev.docket.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ProblemTypesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(/problems/[a-z-]+)` \\| (\\d{3}) \\|");

    @Test
    void standOnTheirPageEachOnceAndNoOthers() throws IOException {
        String page = Files.readString(Path.of("../docs/reference/problems.md"));
        List<String> listed = ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> type.uri() + " " + type.status())
                        .toList());
    }
}
