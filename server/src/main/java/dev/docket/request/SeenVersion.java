package dev.docket.request;

import dev.docket.common.IfMatch;
import dev.docket.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The version that the author of a change had seen: of a request, or of something that belongs to one.
 *
 * @param number null if the author did not say: then the change simply applies
 */
public record SeenVersion(@Nullable Long number) {
    public static final SeenVersion UNSAID = new SeenVersion(null);

    /** @throws Problem 400, see {@link IfMatch#version} */
    public static SeenVersion of(@Nullable String ifMatch, @Nullable Long inBody) {
        return new SeenVersion(IfMatch.version(ifMatch, inBody));
    }

    /** @throws Problem 400 if that version does not exist yet */
    public boolean isOlderThan(long current) {
        return IfMatch.isOlder(number, current);
    }
}
