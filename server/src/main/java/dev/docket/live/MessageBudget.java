package dev.docket.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many messages somebody may send: some at once, and then so many a second. Thread-safe. */
final class MessageBudget {
    static final int AT_ONCE = 20;
    static final int PER_SECOND = 2;

    private final Clock clock;
    // Guarded by this.
    private double left = AT_ONCE;
    private Instant since;

    MessageBudget(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Whether there was one left. */
    synchronized boolean spend() {
        Instant now = clock.instant();
        double earned = Math.max(0, Duration.between(since, now).toMillis()) * PER_SECOND / 1_000.0;
        left = Math.min(AT_ONCE, left + earned);
        since = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
