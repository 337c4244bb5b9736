package dev.docket.socketio;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one event loop: a hashed wheel of intrusive lists, so that re-arming a heartbeat allocates nothing.
 * Coarse: a timer fires up to one tick before its time, never after it. Confined to its loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty closes a channel whose write failed, and that is handled
final class Wheel {
    private static final int BUCKETS = 512;

    /** Something that happens later, once. */
    abstract static class Timer {
        private @Nullable Wheel wheel;
        private @Nullable Timer previous;
        private @Nullable Timer next;
        private long tick;

        /** Called on the loop when the time has come. */
        abstract void expire();

        /** Takes the timer off its wheel, if it is on one. */
        final void cancel() {
            if (previous != null && wheel != null) {
                previous.next = next;
                if (next != null) {
                    next.previous = previous;
                }
                previous = null;
                next = null;
                wheel.armed--;
            }
        }
    }

    private static final class Head extends Timer {
        @Override
        void expire() {}
    }

    private final EventLoop loop;
    private final long tickNanos;
    private final long start = System.nanoTime();
    private final Head[] buckets = new Head[BUCKETS];
    private int armed;
    private long done;
    private @Nullable Future<?> turning;

    Wheel(EventLoop loop, long tickMillis) {
        this.loop = loop;
        this.tickNanos = TimeUnit.MILLISECONDS.toNanos(tickMillis);
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = new Head();
        }
    }

    /** A hundredth of the shorter heartbeat time: 200 ms at the default settings. */
    static long tickMillis(Options options) {
        long shorter = Math.min(
                options.pingInterval().toMillis(), options.pingTimeout().toMillis());
        return Math.clamp(shorter / 100, 1, 250);
    }

    /** Arms the timer, or arms it again. */
    void schedule(Timer timer, long delayMillis) {
        timer.cancel();
        if (turning == null) {
            turn();
        }
        long at = System.nanoTime() - start + TimeUnit.MILLISECONDS.toNanos(delayMillis);
        timer.tick = Math.max(at / tickNanos, done + 1);
        Timer head = buckets[(int) (timer.tick % BUCKETS)];
        timer.wheel = this;
        timer.previous = head;
        timer.next = head.next;
        if (timer.next != null) {
            timer.next.previous = timer;
        }
        head.next = timer;
        armed++;
    }

    private void turn() {
        long sinceTick = (System.nanoTime() - start) % tickNanos;
        done = (System.nanoTime() - start) / tickNanos;
        turning = loop.scheduleAtFixedRate(this::advance, tickNanos - sinceTick, tickNanos, TimeUnit.NANOSECONDS);
    }

    private void advance() {
        long now = (System.nanoTime() - start) / tickNanos;
        // After a long pause one round over all buckets is enough.
        for (long tick = Math.max(done + 1, now - BUCKETS + 1); tick <= now; tick++) {
            expire(buckets[(int) (tick % BUCKETS)], now);
        }
        done = Math.max(done, now);
        if (armed == 0 && turning != null) {
            turning.cancel(false);
            turning = null;
        }
    }

    private static void expire(Timer head, long now) {
        // An expiring timer may arm or cancel others, so the walk begins anew after each.
        Timer timer = head.next;
        while (timer != null) {
            if (timer.tick <= now) {
                timer.cancel();
                timer.expire();
                timer = head.next;
            } else {
                timer = timer.next;
            }
        }
    }
}
