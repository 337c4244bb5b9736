package dev.docket.journal;

import dev.docket.common.SerialExecutor;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Releases the entries of one stream strictly by {@code seq}. Committing threads may ring in any order: an entry whose
 * predecessor is missing waits a few milliseconds for it, then the gap is read from the table, where it must be, because
 * numbers are given in commit order.
 */
final class StreamSequencer {
    private static final long PATIENCE_MILLIS = 5;
    private static final int BATCH = 500;

    @FunctionalInterface
    interface Table {
        List<Entry> read(UUID stream, long after, long upTo, int limit);
    }

    private final UUID stream;
    private final Table table;
    private final Consumer<Entry> release;
    private final SerialExecutor turn;
    private final ScheduledExecutorService timer;

    // Confined to the turn.
    private final TreeMap<Long, Entry> waiting = new TreeMap<>();
    private long released;
    private boolean gapCheckPending;

    /** @param released the last number that needs no release */
    StreamSequencer(
            UUID stream,
            long released,
            Table table,
            Consumer<Entry> release,
            Executor threads,
            ScheduledExecutorService timer) {
        this.stream = stream;
        this.released = released;
        this.table = table;
        this.release = release;
        this.turn = new SerialExecutor(threads);
        this.timer = timer;
    }

    CompletableFuture<@Nullable Void> inTurn(LongConsumer task) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        turn.execute(() -> {
            try {
                task.accept(released);
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    void offer(Entry entry) {
        turn.execute(() -> {
            if (entry.seq() <= released) {
                return;
            }
            waiting.put(entry.seq(), entry);
            releaseWaiting();
            if (!waiting.isEmpty() && !gapCheckPending) {
                gapCheckPending = true;
                var _ = timer.schedule(() -> turn.execute(this::fillGap), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
    }

    /**
     * The stream's head is known to be at {@code head}: what was not announced is read.
     *
     * @return completes when everything up to there has been released; exceptionally if it could not be read
     */
    CompletableFuture<@Nullable Void> catchUpTo(long head) {
        return inTurn(_ -> readUpTo(head));
    }

    private void fillGap() {
        gapCheckPending = false;
        if (!waiting.isEmpty()) {
            readUpTo(waiting.lastKey());
        }
    }

    private void readUpTo(long head) {
        while (released < head) {
            List<Entry> entries = table.read(stream, released, head, BATCH);
            if (entries.isEmpty()) {
                throw new IllegalStateException(
                        "stream " + stream + " has no entry after " + released + " (expected: up to " + head + ")");
            }
            entries.forEach(entry -> waiting.put(entry.seq(), entry));
            releaseWaiting();
        }
    }

    private void releaseWaiting() {
        while (!waiting.isEmpty() && waiting.firstKey() <= released + 1) {
            Entry next = waiting.pollFirstEntry().getValue();
            if (next.seq() == released + 1) {
                released = next.seq();
                release.accept(next);
            }
        }
    }
}
