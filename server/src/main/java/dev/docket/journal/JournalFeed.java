package dev.docket.journal;

import dev.docket.storage.Database;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
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
 * themselves; a head check each second finds what no doorbell announced. Only streams that somebody asked for are followed.
 */
@Singleton
public final class JournalFeed {
    private static final Logger log = LoggerFactory.getLogger(JournalFeed.class);
    /** Also how far {@link #settled} lags behind, and with it what a recovered stock client may get twice. */
    private static final long HEAD_CHECK_MILLIS = 500;

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

    /** Set once, at start, before any stream is followed. */
    public void follow(Follower theFollower) {
        this.follower = theFollower;
    }

    /**
     * Runs {@code task} in the stream's turn, with the last released {@code seq}: between two releases, so that whoever is
     * added to the receivers there gets everything after that number live. Starts to follow the stream if need be.
     *
     * @return completes when the task has run; exceptionally if it, or the first look at the stream, failed
     */
    public CompletableFuture<@Nullable Void> inTurn(UUID stream, LongConsumer task) {
        return sequencers
                .computeIfAbsent(stream, id -> new StreamSequencer(id, this::read, this::release, turns, timer))
                .inTurn(task);
    }

    void committed(Entry entry) {
        StreamSequencer sequencer = sequencers.get(entry.stream());
        if (sequencer != null) {
            sequencer.offer(entry);
        }
    }

    /**
     * The lower bound of transactions that may still be under way or on their way to the follower: whatever a transaction
     * with a lower number wrote into a followed stream has been released. The number is the database's, so it means the
     * same to every node and after a restart.
     */
    public long settled() {
        return settled.get();
    }

    /**
     * Checks the heads, one query for all followed streams; a stream whose head is ahead reads what it misses.
     *
     * @return completes when all that was committed before the call has been released
     */
    public CompletableFuture<@Nullable Void> settle() {
        Map<UUID, StreamSequencer> followed = Map.copyOf(sequencers);
        return CompletableFuture.supplyAsync(() -> database.read(tx -> store.heads(tx, followed.keySet())), turns)
                .thenCompose(heads -> {
                    var released = followed.entrySet().stream()
                            .map(stream ->
                                    stream.getValue().catchUpTo(heads.seqs().getOrDefault(stream.getKey(), 0L)));
                    return CompletableFuture.allOf(released.toArray(CompletableFuture[]::new))
                            .thenRun(() -> settled.accumulateAndGet(heads.settled(), Math::max));
                });
    }

    private void checkHeads() {
        if (!sequencers.isEmpty() && checking.compareAndSet(false, true)) {
            var _ = settle().whenComplete((_, failure) -> {
                checking.set(false);
                if (failure != null) {
                    log.warn("the journal's heads could not be checked: {}", failure.toString());
                }
            });
        }
    }

    private StreamSequencer.Read read(UUID stream, long after, long upTo, int limit) {
        return database.read(tx -> new StreamSequencer.Read(
                store.position(tx, stream).orElseThrow().seq(), store.range(tx, stream, after, upTo, limit)));
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
        turns.shutdown();
    }
}
