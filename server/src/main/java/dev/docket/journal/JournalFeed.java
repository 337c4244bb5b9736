package dev.docket.journal;

import dev.docket.storage.Database;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries after their commit, strictly in order per stream. Committing threads ring the doorbell with the entries
 * themselves; a head check four times a second finds what no doorbell announced, and streams that are new.
 */
@Singleton
public final class JournalFeed {
    private static final Logger log = LoggerFactory.getLogger(JournalFeed.class);
    /** Also how far {@link #settled} lags behind, and with it what a recovered stock client may get twice. */
    private static final long HEAD_CHECK_MILLIS = 250;

    private final Database database;
    private final JournalStore store;
    private final Map<UUID, StreamSequencer> sequencers = new ConcurrentHashMap<>();
    private final java.util.concurrent.ExecutorService turns = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("journal-turn-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("journal-timer").daemon().factory());
    private final AtomicLong settled = new AtomicLong();
    private final AtomicBoolean checking = new AtomicBoolean();
    private volatile @Nullable Follower follower;

    JournalFeed(Database database, JournalStore store) {
        this.database = database;
        this.store = store;
        var _ = timer.scheduleWithFixedDelay(
                this::checkHeads, HEAD_CHECK_MILLIS, HEAD_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Gets every entry of the followed streams, in {@code seq} order, inside the stream's turn: must not block for long. */
    @FunctionalInterface
    public interface Follower {
        void released(Entry entry);
    }

    /**
     * Begins to release, once: streams that there are now from where they stand, later ones from their beginning. Blocks
     * while it reads the heads.
     */
    public void follow(Follower theFollower) {
        JournalStore.Heads heads = database.read(store::heads);
        heads.seqs().forEach((stream, head) -> sequencers.put(stream, sequencer(stream, head)));
        settled.set(heads.settled());
        follower = theFollower;
    }

    /**
     * Runs {@code task} in the stream's turn, with the last released {@code seq}: between two releases, so that whoever is
     * added to the receivers there gets everything after that number live.
     *
     * @return completes when the task has run; exceptionally if it failed
     */
    public CompletableFuture<@Nullable Void> inTurn(UUID stream, LongConsumer task) {
        return sequencerOf(stream).inTurn(task);
    }

    void committed(Entry entry) {
        if (follower != null) {
            sequencerOf(entry.stream()).offer(entry);
        }
    }

    private StreamSequencer sequencerOf(UUID stream) {
        return sequencers.computeIfAbsent(stream, id -> sequencer(id, 0));
    }

    private StreamSequencer sequencer(UUID stream, long released) {
        return new StreamSequencer(stream, released, this::read, this::release, turns, timer);
    }

    /**
     * The lower bound of transactions that may still be under way or on their way to the follower: whatever a transaction
     * with a lower number wrote has been released. The number is the database's, so it means the
     * same to every node and after a restart.
     */
    public long settled() {
        return settled.get();
    }

    /**
     * Checks the heads, one query for all streams; a stream whose head is ahead reads what it misses.
     *
     * @return completes when all that was committed before the call has been released
     */
    public CompletableFuture<@Nullable Void> settle() {
        return CompletableFuture.supplyAsync(() -> database.read(store::heads), turns)
                .thenCompose(heads -> {
                    var released = heads.seqs().entrySet().stream()
                            .map(head -> sequencerOf(head.getKey()).catchUpTo(head.getValue()));
                    return CompletableFuture.allOf(released.toArray(CompletableFuture[]::new))
                            .thenRun(() -> settled.accumulateAndGet(heads.settled(), Math::max));
                });
    }

    private void checkHeads() {
        if (follower != null && checking.compareAndSet(false, true)) {
            var _ = settle().whenComplete((_, failure) -> {
                checking.set(false);
                if (failure != null && !turns.isShutdown()) {
                    log.warn("the journal's heads could not be checked: {}", failure.toString());
                }
            });
        }
    }

    private List<Entry> read(UUID stream, long after, long upTo, int limit) {
        return database.read(tx -> {
            tx.enter(stream);
            return store.range(tx, stream, after, upTo, limit);
        });
    }

    private void release(Entry entry) {
        Follower theFollower = follower;
        if (theFollower != null) {
            theFollower.released(entry);
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        turns.close();
    }
}
