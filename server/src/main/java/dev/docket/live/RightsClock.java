package dev.docket.live;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts changes of rights that were released on this node. Who reads rights outside of a program's turn notes
 * {@link #now} before; if the program has seen a later {@link #tick}, what was read may be older than what was released.
 */
final class RightsClock {
    private final AtomicLong ticks = new AtomicLong();

    long now() {
        return ticks.get();
    }

    long tick() {
        return ticks.incrementAndGet();
    }
}
