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
    private static final long HEAD_CHECK_MILLIS = 1_000;

    private final Database database;
    private final JournalStore store;
    private final Map<UUID, StreamSequencer> sequencers = new ConcurrentHashMap<>();
    private final java.util.concurrent.ExecutorService turns = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("journal-turn-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("journal-timer").daemon().factory());
    private volatile @Nullable Follower follower;

    JournalFeed(Database database, JournalStore store) {
        this.database = database;
        this.store = store;
        var _ = timer.scheduleWithFixedDelay(
                this::requestHeadCheck, HEAD_CHECK_MILLIS, HEAD_CHECK_MILLIS, TimeUnit.MILLISECONDS);
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

    /** One query for all followed streams; a stream whose head is ahead reads what it misses. */
    void checkHeads() {
        if (sequencers.isEmpty()) {
            return;
        }
        Map<UUID, Position> heads = database.read(tx -> store.positions(tx, List.copyOf(sequencers.keySet())));
        heads.forEach((stream, head) -> {
            StreamSequencer sequencer = sequencers.get(stream);
            if (sequencer != null) {
                sequencer.catchUpTo(head.seq());
            }
        });
    }

    private void requestHeadCheck() {
        turns.execute(() -> {
            try {
                checkHeads();
            } catch (RuntimeException e) {
                log.warn("the journal's heads could not be read: {}", e.toString());
            }
        });
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
