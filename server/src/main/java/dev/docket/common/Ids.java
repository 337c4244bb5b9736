package dev.docket.common;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids of everything stored: UUIDv7 (RFC 9562), so that they sort by the time of their making. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * Reads an id from a path. Something that is no id names nothing, hence "not found" and not "bad request".
     *
     * @throws Problem 404 if {@code text} is not a UUID in its canonical form
     */
    public static UUID parse(String kind, String text) {
        if (text.length() == 36) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException _) {
                // Falls through: not an id.
            }
        }
        throw Problem.notFound(kind);
    }
}
