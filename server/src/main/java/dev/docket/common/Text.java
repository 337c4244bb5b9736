package dev.docket.common;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Texts that people typed: stripped, of a bounded length (in code points), and free of what no column can hold. */
public final class Text {
    private Text() {}

    /** A text of one line, stripped. What is wrong with it goes to {@code violations}; the answer is then meaningless. */
    public static String line(Violations violations, String path, @Nullable String value, int min, int max) {
        return checked(violations, path, value, min, max, Character::isISOControl);
    }

    /** A text of several lines, stripped. */
    public static String block(Violations violations, String path, @Nullable String value, int min, int max) {
        return checked(violations, path, value, min, max, c -> Character.isISOControl(c) && !isLayout(c));
    }

    /** A pattern for {@code ILIKE} (escape character: backslash) that finds {@code text} anywhere, literally. */
    public static String likePattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String checked(
            Violations violations, String path, @Nullable String value, int min, int max, IntPredicate refused) {
        String expected = " (expected: " + min + ".." + max + ")";
        if (value == null) {
            if (min > 0) {
                violations.add(path, "missing" + expected);
            }
            return "";
        }
        String text = value.strip();
        text.codePoints()
                .filter(c -> refused.test(c) || isLoneSurrogate(c))
                .findFirst()
                .ifPresent(c -> violations.add(
                        path,
                        "contains the character U+" + String.format(Locale.ROOT, "%04X", c)
                                + " (expected: printable text)"));
        int length = text.codePointCount(0, text.length());
        violations.addUnless(min <= length && length <= max, path, length + " characters" + expected);
        return text;
    }

    private static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
