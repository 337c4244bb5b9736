package dev.docket.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, except within {@link #at}: so the demo company gets a past. Used only when a demo is asked for. */
public final class DemoClock extends Clock {
    private static final ScopedValue<Instant> PAST = ScopedValue.newInstance();

    /** Runs {@code action} as if it were {@code instant}, on this thread only. */
    static void at(Instant instant, Runnable action) {
        ScopedValue.where(PAST, instant).run(action);
    }

    @Override
    public Instant instant() {
        return PAST.isBound() ? PAST.get() : Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
