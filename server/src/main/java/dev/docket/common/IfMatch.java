package dev.docket.common;

import org.jspecify.annotations.Nullable;

/** Which version of something the author of a change had seen. */
public final class IfMatch {
    private IfMatch() {}

    /**
     * From the header {@code If-Match: "5"} and the property {@code version} of the body; null if neither says.
     *
     * @throws Problem 400 if the header is no version, or the two differ
     */
    public static @Nullable Long version(@Nullable String ifMatch, @Nullable Long inBody) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return inBody;
        }
        String text = ifMatch.strip();
        Violations violations = new Violations();
        boolean number = text.matches("\"[0-9]{1,18}\"");
        violations.addUnless(number, "If-Match", "not a version (expected: a number in quotes, such as \"5\")");
        violations.orThrow();
        long version = Long.parseLong(text.substring(1, text.length() - 1));
        violations.addUnless(
                inBody == null || inBody == version,
                "version",
                inBody + " (expected: " + version + ", as If-Match says)");
        violations.orThrow();
        return version;
    }

    /**
     * @param seen null if the author did not say: then nothing is older
     * @throws Problem 400 if that version does not exist yet
     */
    public static boolean isOlder(@Nullable Long seen, long current) {
        if (seen == null) {
            return false;
        }
        if (seen < 1 || seen > current) {
            throw Problem.invalid("version", seen + " (expected: 1.." + current + ")");
        }
        return seen < current;
    }
}
