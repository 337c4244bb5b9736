package dev.docket.identity;

import dev.docket.common.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many wrong passwords one e-mail address and one network address may bring in a quarter of an hour. An attempt
 * counts when it begins, so that many at once do not slip through, and is taken back when the password was right.
 */
@Singleton
final class LogInLimits {
    static final int PER_EMAIL = 10;
    static final int PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** Beyond it finished windows are dropped; what is left is bounded by the attempts of one window. */
    private static final int TIDY_AT = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>(); // guarded by this

    LogInLimits(Clock clock) {
        this.clock = clock;
    }

    /** One begun attempt. */
    interface Attempt {
        void succeeded();
    }

    /** @throws Problem 429 with the seconds after which another attempt makes sense */
    Attempt attempt(String email, String address) {
        String byEmail = "email " + email.toLowerCase(Locale.ROOT);
        String byAddress = "address " + address;
        Instant now = clock.instant();
        synchronized (this) {
            if (windows.size() >= TIDY_AT) {
                windows.values().removeIf(window -> !window.endsAt.isAfter(now));
            }
            require(byEmail, PER_EMAIL, now);
            require(byAddress, PER_ADDRESS, now);
            count(byEmail, 1, now);
            count(byAddress, 1, now);
        }
        return () -> takeBack(byEmail, byAddress);
    }

    private synchronized void takeBack(String byEmail, String byAddress) {
        windows.remove(byEmail);
        count(byAddress, -1, clock.instant());
    }

    private void require(String key, int limit, Instant now) {
        Window window = windows.get(key);
        if (window != null && window.endsAt.isAfter(now) && window.attempts >= limit) {
            long seconds = Duration.between(now, window.endsAt).toSeconds() + 1;
            throw Problem.tooMany(
                    seconds, "Too many wrong passwords. Another attempt is possible in " + seconds + " seconds.");
        }
    }

    private void count(String key, int change, Instant now) {
        Window window = windows.get(key);
        if (window == null || !window.endsAt.isAfter(now)) {
            window = new Window(now.plus(WINDOW));
            windows.put(key, window);
        }
        window.attempts = Math.max(0, window.attempts + change);
    }

    private static final class Window {
        final Instant endsAt;
        int attempts;

        Window(Instant endsAt) {
            this.endsAt = endsAt;
        }
    }
}
