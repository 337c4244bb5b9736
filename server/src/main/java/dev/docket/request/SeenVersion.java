package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The version of a request, or of a comment, that the author of a change had seen.
 *
 * @param number null if the author did not say: then the change simply applies
 */
public record SeenVersion(@Nullable Long number) {
    public static final SeenVersion UNSAID = new SeenVersion(null);

    /** A field that the author changes and somebody else has changed since: what each wants it to be. */
    public record Conflict(
            String field, String label, @Nullable JsonNode yours, JsonNode theirs) {}

    /**
     * From the header {@code If-Match: "5"} and the property {@code version} of the body.
     *
     * @throws Problem 400 if the header is no version, or the two differ
     */
    public static SeenVersion of(@Nullable String ifMatch, @Nullable Long inBody) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return new SeenVersion(inBody);
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
        return new SeenVersion(version);
    }

    /** @throws Problem 400 if that version does not exist yet */
    boolean isOlderThan(Request current) {
        return isOlderThan(current.version());
    }

    /** @throws Problem 400 if that version does not exist yet */
    public boolean isOlderThan(long current) {
        if (number == null) {
            return false;
        }
        if (number < 1 || number > current) {
            throw Problem.invalid("version", number + " (expected: 1.." + current + ")");
        }
        return number < current;
    }
}
