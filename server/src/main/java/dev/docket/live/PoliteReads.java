package dev.docket.live;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a bounded number of handshakes and replays read at a time, first come, first served: a storm of reconnects leaves
 * connections for those who work. Only for virtual threads, which may wait.
 */
final class PoliteReads {
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
}
