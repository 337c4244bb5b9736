package dev.docket.identity;

import dev.docket.common.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds how often one kind of thing is tried within a time, which begins with the first try of a key. A try counts when it
 * begins, so that many at once do not slip through. Thread-safe; known to this process only.
 */
final class Attempts {
    /** Some megabytes. Beyond it the key whose time is nearly over is forgotten early. */
    static final int MAX_KEYS = 20_000;

    private final Clock clock;
    private final Duration time;
    private final String refusal;
    /** Guarded by this. All keys have the same time, so the first to come is the first to end. */
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** @param refusal a sentence that says of what there were too many */
    Attempts(Clock clock, Duration time, String refusal) {
        this.clock = clock;
        this.time = time;
        this.refusal = refusal;
    }

    /** How many tries one key has. */
    record Limit(String key, int most) {}

    /** @throws Problem 429 with the seconds after which another try makes sense, if one of the limits is reached */
    synchronized void begin(List<Limit> limits) {
        Instant now = clock.instant();
        forgetEnded(now);
        for (Limit limit : limits) {
            Count count = counts.get(limit.key());
            if (count != null && count.tries >= limit.most()) {
                long seconds = Duration.between(now, count.endsAt).toSeconds() + 1;
                throw Problem.tooMany(seconds, refusal + " Another attempt is possible in " + seconds + " seconds.");
            }
        }
        limits.forEach(limit -> counts.computeIfAbsent(limit.key(), _ -> new Count(now.plus(time))).tries++);
        while (counts.size() > MAX_KEYS) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    /** The try was none that counts. */
    synchronized void takeBack(String key) {
        Count count = counts.get(key);
        if (count != null && count.tries > 0) {
            count.tries--;
        }
    }

    synchronized void forget(String key) {
        counts.remove(key);
    }

    synchronized int size() {
        return counts.size();
    }

    private void forgetEnded(Instant now) {
        Iterator<Count> oldestFirst = counts.values().iterator();
        while (oldestFirst.hasNext() && !oldestFirst.next().endsAt.isAfter(now)) {
            oldestFirst.remove();
        }
    }

    private static final class Count {
        final Instant endsAt;
        int tries;

        Count(Instant endsAt) {
            this.endsAt = endsAt;
        }
    }
}
