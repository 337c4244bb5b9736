package dev.docket.live;

import dev.docket.identity.EndedSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes sockets whose token has not been renewed in time, or whose log-in has ended. */
final class TokenWatch {
    private static final Logger log = LoggerFactory.getLogger(TokenWatch.class);
    /** The end of a log-in can be seen only when it is committed, some time after the instant that it carries. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final LiveContext live;
    private final EndedSessions endedSessions;
    private final AtomicBoolean asking = new AtomicBoolean();

    TokenWatch(LiveContext live, EndedSessions endedSessions) {
        this.live = live;
        this.endedSessions = endedSessions;
    }

    /** Called each second; does not block. */
    void look() {
        closeExpired();
        if (!live.sessions().isEmpty() && asking.compareAndSet(false, true)) {
            live.threads().execute(() -> {
                try {
                    closeEnded();
                } catch (RuntimeException e) {
                    log.warn("ended log-ins could not be looked up: {}", e.toString());
                } finally {
                    asking.set(false);
                }
            });
        }
    }

    void closeExpired() {
        Instant latest = live.clock().instant().minus(live.limits().tokenGrace());
        live.sessions()
                .where(actor -> actor.tokenExpiresAt().isBefore(latest))
                .forEach(session -> session.close(Closing.TOKEN_EXPIRED));
    }

    private void closeEnded() {
        Set<UUID> ended = endedSessions.since(live.clock().instant().minus(OVERLAP));
        if (!ended.isEmpty()) {
            live.sessions()
                    .where(actor -> ended.contains(actor.sessionId()))
                    .forEach(session -> session.close(Closing.TOKEN_EXPIRED));
        }
    }
}
