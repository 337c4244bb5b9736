package dev.docket.identity;

import dev.docket.common.Text;
import dev.docket.common.Violations;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names, e-mail addresses and passwords look like. Lengths are counted in code points, as people count. */
final class UserRules {
    static final int MAX_EMAIL = 254;
    static final int MAX_NAME = 50;
    static final int MIN_PASSWORD = 8;
    static final int MAX_PASSWORD = 128;
    private static final int SHOWN_CHARACTERS = 60;

    /** Enough to send mail to, and nothing that ends a header line or begins another address. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}\\p{Cf}@\"(),:;<>\\[\\\\\\]]{1,64}"
            + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]|\\.(?=[\\p{L}\\p{N}]))*");

    private UserRules() {}

    static String email(Violations violations, String path, @Nullable String value) {
        String text = Text.line(violations, path, value, 1, MAX_EMAIL);
        violations.addUnless(
                text.isEmpty() || EMAIL.matcher(text).matches(), path, shown(text) + " (expected: an e-mail address)");
        return text;
    }

    static String name(Violations violations, String path, @Nullable String value) {
        String text = Text.line(violations, path, value, 1, MAX_NAME);
        text.codePoints()
                .filter(UserRules::turnsTheTextAround)
                .findFirst()
                .ifPresent(c -> violations.add(
                        path,
                        "contains the character U+" + String.format(Locale.ROOT, "%04X", c)
                                + " (expected: a name that leaves the text around it alone)"));
        violations.addUnless(
                text.isEmpty() || text.codePoints().anyMatch(UserRules::isSeen),
                path,
                "nothing that can be seen (expected: a name)");
        return text;
    }

    /** Taken as it is, space and all. The message never shows it. */
    static String password(Violations violations, String path, @Nullable String value) {
        if (value == null) {
            violations.add(path, "missing (expected: " + MIN_PASSWORD + ".." + MAX_PASSWORD + " characters)");
            return "";
        }
        int length = value.codePointCount(0, value.length());
        violations.addUnless(
                MIN_PASSWORD <= length && length <= MAX_PASSWORD,
                path,
                length + " characters (expected: " + MIN_PASSWORD + ".." + MAX_PASSWORD + ")");
        return value;
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_CHARACTERS)) + "…";
    }

    /** Embeddings, overrides and isolates reach beyond the name. The marks that Arabic and Hebrew use do not. */
    private static boolean turnsTheTextAround(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
