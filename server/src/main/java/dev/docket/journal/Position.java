package dev.docket.journal;

import java.util.Optional;
import java.util.UUID;

/** A place in a stream: everything up to and including {@code seq}. {@code epoch} changes when history is replaced. */
public record Position(UUID epoch, long seq) {
    /** As the header {@code Docket-Position} carries it: {@code <epoch>:<seq>}. */
    public String toHeader() {
        return epoch + ":" + seq;
    }

    public static Optional<Position> ofHeader(String text) {
        int colon = text.indexOf(':');
        try {
            return Optional.of(new Position(
                    UUID.fromString(text.substring(0, Math.max(colon, 0))),
                    Long.parseLong(text, colon + 1, text.length(), 10)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
