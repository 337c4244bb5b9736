package dev.docket.common;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** That something was deleted, and by whom. For some minutes it can be restored. */
public record Deletion(UUID by, Instant at) {
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** @throws Problem 409 if the window is over */
    public void refuseIfTooLate(Instant now) {
        if (!now.isBefore(at.plus(WINDOW))) {
            throw Problem.conflict(
                    "It was deleted more than " + WINDOW.toMinutes() + " minutes ago and can't be restored any more.");
        }
    }
}
