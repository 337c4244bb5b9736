package dev.docket.request;

import dev.docket.common.IfMatch;
import dev.docket.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The version of a request that the author of a change had seen.
 *
 * @param number null if the author did not say: then the change simply applies
 */
public record SeenVersion(@Nullable Long number) {
    public static final SeenVersion UNSAID = new SeenVersion(null);

    /** @throws Problem 400, see {@link IfMatch#version} */
    static SeenVersion of(@Nullable String ifMatch, @Nullable Long inBody) {
        return new SeenVersion(IfMatch.version(ifMatch, inBody));
    }

    /** @throws Problem 400 if that version does not exist yet */
    boolean isOlderThan(Request current) {
        return IfMatch.isOlder(number, current.version());
    }
}
