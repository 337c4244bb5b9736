package dev.docket.attachment;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.docket.common.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The body of an upload that must keep coming: when a whole period brings less than the least, the reading thread (the
 * one that made this) is interrupted and gets a problem. So an upload that stands still holds neither thread nor disk.
 */
final class PacedStream extends FilterInputStream {
    private final Thread reader = Thread.currentThread();
    private final long leastBytes;
    private final long limit;
    private final ScheduledFuture<?> check;

    private long total; // confined to the reader
    private volatile long received;

    @GuardedBy("this")
    private long receivedBefore;

    @GuardedBy("this")
    private boolean reading;

    @GuardedBy("this")
    private boolean tooSlow;

    /** How much must come within each period; {@code limit} is the most that may come at all. */
    record Pace(long periodMillis, long leastBytes, long limit) {}

    PacedStream(InputStream body, Pace pace, ScheduledExecutorService timer) {
        super(body);
        this.leastBytes = pace.leastBytes();
        this.limit = pace.limit();
        this.check = timer.scheduleWithFixedDelay(
                this::check, pace.periodMillis(), pace.periodMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws Problem 408 if the upload is too slow, 413 if it is longer than any may be */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        begin();
        int count;
        try {
            count = super.read(bytes, offset, length);
        } catch (IOException e) {
            if (end()) {
                throw Problem.tooSlow();
            }
            throw e;
        }
        if (end()) {
            throw Problem.tooSlow();
        }
        total += Math.max(count, 0);
        received = total;
        if (total > limit) {
            throw Problem.tooLarge(Attachment.MAX_SIZE);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        check.cancel(false);
        super.close();
    }

    private synchronized void begin() {
        reading = true;
    }

    /** The interrupt is only ever set while reading, so it is taken back here and reaches nothing else. */
    private synchronized boolean end() {
        reading = false;
        if (tooSlow) {
            var _ = Thread.interrupted();
        }
        return tooSlow;
    }

    private synchronized void check() {
        long now = received;
        if (reading && now - receivedBefore < leastBytes) {
            tooSlow = true;
            reader.interrupt();
        }
        receivedBefore = now;
    }
}
