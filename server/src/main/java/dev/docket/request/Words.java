package dev.docket.request;

import dev.docket.common.Text;
import dev.docket.common.Violations;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody looks for: requests in whose key, title or description each of these words stands, anywhere. */
record Words(String text, List<String> patterns) {
    private static final int MAX_LENGTH = 200;
    /** What comes behind is one word, however many blanks it has. */
    private static final int MAX_WORDS = 10;

    /** An index of words knows them by three letters in a row. */
    private static final Pattern INDEXED = Pattern.compile("[\\p{L}\\p{N}]{3}");

    static Words of(Violations violations, String path, @Nullable String text) {
        String line = Text.line(violations, path, text == null ? "" : text, 0, MAX_LENGTH);
        List<String> patterns = line.isEmpty()
                ? List.of()
                : Arrays.stream(line.split("\\s+", MAX_WORDS))
                        .map(Text::likePattern)
                        .toList();
        return new Words(line, patterns);
    }

    /** Whether an index can tell where they stand; else every text would have to be read. */
    boolean indexed() {
        return INDEXED.matcher(text).find();
    }
}
