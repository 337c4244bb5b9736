package dev.docket.live;

import dev.docket.common.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a bounded number of handshakes and replays read at a time, first come, first served: a storm of reconnects leaves
 * connections for those who work. Only for virtual threads, which may wait.
 */
final class PoliteReads {
    private static final Logger log = LoggerFactory.getLogger(PoliteReads.class);
    private static final int ATTEMPTS = 15;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Semaphore permits;

    PoliteReads(int permits) {
        this.permits = new Semaphore(permits, true);
    }

    <T> T read(Supplier<T> query) {
        permits.acquireUninterruptibly();
        try {
            return query.get();
        } finally {
            permits.release();
        }
    }

    /**
     * The same for a client that connects, again and again while the database is away: it had better wait. A stock client
     * gives up when it is refused, and loses what it missed when it is not recovered.
     *
     * @throws Problem at once: that is an answer
     */
    <T> T readPatiently(Supplier<T> query) {
        for (int attempt = 1; ; attempt++) {
            try {
                return read(query);
            } catch (Problem problem) {
                throw problem;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.warn("a client that connects waits for the database: {}", e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
