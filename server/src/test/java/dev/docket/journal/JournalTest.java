package dev.docket.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Ids;
import dev.docket.storage.Database;
import dev.docket.testing.TestingDatabase;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JournalTest {
    private static final int THREADS = 16;
    private static final int TRANSACTIONS = 60;

    private final TestingDatabase testing = TestingDatabase.create();
    private final Database database = testing.database();
    private final JournalStore store = new JournalStore();
    private final JournalFeed feed = new JournalFeed(database, store);
    private final Journal journal = new Journal(store, feed, Clock.systemUTC());
    private final Map<UUID, List<Entry>> released = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        feed.close();
        testing.close();
    }

    @Test
    void numbersWithoutGapInCommitOrderWhateverRollsBack() throws Exception {
        List<UUID> streams = open(5);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> watcher = threads.submit(() -> watch(streams, writing));
            Map<UUID, Integer> committed = writeFromManyThreads(streams);
            writing.set(false);

            assertThat(watcher.get()).isPositive();
            for (UUID stream : streams) {
                int count = committed.getOrDefault(stream, 0);
                assertThat(seqs(stream)).containsExactlyElementsOf(range(1, count));
                assertThat(head(stream)).isEqualTo(count);
            }
        }
    }

    @Test
    void chainsHashesThatTheRowsAloneReproduce() throws Exception {
        List<UUID> streams = open(2);
        writeFromManyThreads(streams);

        for (UUID stream : streams) {
            assertThat(firstBroken(stream)).isEmpty();
        }
    }

    @Test
    void showsWhereSomebodyChangedThePast() {
        UUID stream = open(1).getFirst();
        for (int i = 1; i <= 5; i++) {
            append(stream, "entry " + i);
        }
        for (String tampering : List.of(
                "UPDATE journal SET data = '{}' WHERE stream = ? AND seq = 3",
                "UPDATE journal SET actor_name = 'Somebody else' WHERE stream = ? AND seq = 2",
                "DELETE FROM journal WHERE stream = ? AND seq = 1")) {
            int rows = database.write(tx -> {
                TestingDatabase.becomeOwner(tx);
                tx.handle().execute("ALTER TABLE journal DISABLE TRIGGER journal_append_only");
                int changed = tx.handle().execute(tampering, stream);
                tx.handle().execute("ALTER TABLE journal ENABLE TRIGGER journal_append_only");
                return changed;
            });
            assertThat(rows).isEqualTo(1);
        }

        assertThat(firstBroken(stream)).hasValue(2L);
    }

    @Test
    void refusesToChangeOrRemoveWhatWasWritten() {
        UUID stream = open(1).getFirst();
        append(stream, "kept");
        for (String tampering : List.of(
                "UPDATE journal SET actor_name = 'Somebody else'",
                "UPDATE journal SET hash = hash WHERE false",
                "DELETE FROM journal",
                "TRUNCATE journal",
                "TRUNCATE journal CASCADE")) {
            assertThatThrownBy(() -> database.write(tx -> tx.handle().execute(tampering)))
                    .as(tampering)
                    .hasMessageContaining("permission denied for table journal");
            assertThatThrownBy(() -> database.write(tx -> {
                        TestingDatabase.becomeOwner(tx);
                        return tx.handle().execute(tampering);
                    }))
                    .as(tampering)
                    .hasMessageContaining("the journal is append-only");
        }

        assertThat(seqs(stream)).containsExactly(1L);
        assertThat(firstBroken(stream)).isEmpty();
    }

    @Test
    void trap6ForgetsAnEntryWhoseTransactionRollsBack() {
        UUID stream = open(1).getFirst();
        follow();
        append(stream, "kept");
        rollBack(stream);
        append(stream, "kept too");
        feed.settle().join();

        assertThat(seqs(stream)).containsExactly(1L, 2L);
        assertThat(released.get(stream))
                .extracting(Entry::data)
                .containsExactly("{\"text\":\"kept\"}", "{\"text\":\"kept too\"}");
    }

    @Test
    void releasesEverythingInOrderWhileManyThreadsWrite() throws Exception {
        List<UUID> streams = open(5);
        follow();

        Map<UUID, Integer> committed = writeFromManyThreads(streams);
        feed.settle().join();

        for (UUID stream : streams) {
            assertThat(releasedSeqs(stream)).containsExactlyElementsOf(range(1, committed.getOrDefault(stream, 0)));
        }
    }

    @Test
    void trap6ReleasesWhatWasCommittedWithoutADoorbell() {
        UUID stream = open(1).getFirst();
        follow();
        appendSilently(stream);
        appendSilently(stream);

        feed.settle().join();

        assertThat(releasedSeqs(stream)).containsExactly(1L, 2L);
    }

    /** No call at all: the feed looks by itself. */
    @Test
    void noticesByItselfWhatNoDoorbellAnnounced() throws Exception {
        UUID stream = open(1).getFirst();
        follow();
        appendSilently(stream);

        long deadline = System.nanoTime() + 10_000_000_000L;
        while (releasedSeqs(stream).isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        assertThat(releasedSeqs(stream)).containsExactly(1L);
    }

    @Test
    void putsDoorbellsInOrder() {
        UUID stream = open(1).getFirst();
        follow();
        Entry first = appendSilently(stream);
        Entry second = appendSilently(stream);
        Entry third = appendSilently(stream);

        feed.committed(third);
        feed.committed(first);
        feed.committed(second);
        feed.committed(first);
        feed.settle().join();

        assertThat(releasedSeqs(stream)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void beginsWhereAStreamStandsAndWithNewStreamsAtTheirBeginning() {
        UUID old = open(1).getFirst();
        append(old, "before");
        follow();
        UUID young = open(1).getFirst();
        append(old, "after");
        append(young, "first");
        feed.settle().join();

        assertThat(releasedSeqs(old)).containsExactly(2L);
        assertThat(releasedSeqs(young)).containsExactly(1L);
    }

    /** @return appended and committed per stream */
    private Map<UUID, Integer> writeFromManyThreads(List<UUID> streams) throws Exception {
        Map<UUID, Integer> committed = new ConcurrentHashMap<>();
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                writers.add(threads.submit(() -> write(streams, committed, random)));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        return committed;
    }

    /** A third rolls back; some append twice in one transaction. */
    private void write(List<UUID> streams, Map<UUID, Integer> committed, Random random) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            UUID stream = streams.get(random.nextInt(streams.size()));
            if (random.nextInt(3) == 0) {
                rollBack(stream);
            } else {
                int entries = 1 + random.nextInt(2);
                database.writeOnly(tx -> {
                    for (int n = 0; n < entries; n++) {
                        journal.append(tx, SampleEntry.fresh(stream, "entry " + n));
                    }
                });
                committed.merge(stream, entries, Integer::sum);
            }
        }
    }

    /** Numbers in commit order means that whoever looks, whenever, sees no hole. */
    private int watch(List<UUID> streams, AtomicBoolean writing) {
        int looks = 0;
        while (writing.get() || looks == 0) {
            for (UUID stream : streams) {
                List<Long> seen = seqs(stream);
                assertThat(seen).containsExactlyElementsOf(range(1, seen.size()));
                looks++;
            }
        }
        return looks;
    }

    private void rollBack(UUID stream) {
        try {
            database.writeOnly(tx -> {
                journal.append(tx, SampleEntry.fresh(stream, "never"));
                journal.position(tx, stream); // Sends it.
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back");
        }
    }

    private List<UUID> open(int count) {
        return database.write(tx -> {
            List<UUID> streams = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                UUID stream = Ids.next();
                journal.open(tx, stream);
                streams.add(stream);
            }
            return streams;
        });
    }

    private void append(UUID stream, String text) {
        database.writeOnly(tx -> journal.append(tx, SampleEntry.fresh(stream, text)));
    }

    /** As if the process had died between the commit and the doorbell, or another node had written it. */
    private Entry appendSilently(UUID stream) {
        JournalFeed deaf = new JournalFeed(database, store);
        try {
            Journal elsewhere = new Journal(store, deaf, Clock.systemUTC());
            database.writeOnly(tx -> elsewhere.append(tx, SampleEntry.fresh(stream, "unannounced")));
            return database.read(tx -> {
                tx.enter(stream);
                return store.range(tx, stream, 0, Long.MAX_VALUE, 100).getLast();
            });
        } finally {
            deaf.close();
        }
    }

    private void follow() {
        feed.follow(
                entry -> released.computeIfAbsent(entry.stream(), _ -> Collections.synchronizedList(new ArrayList<>()))
                        .add(entry));
    }

    private List<Long> releasedSeqs(UUID stream) {
        List<Entry> entries = released.getOrDefault(stream, List.of());
        synchronized (entries) {
            return entries.stream().map(Entry::seq).toList();
        }
    }

    private List<Long> seqs(UUID stream) {
        return database.read(tx -> {
            tx.enter(stream);
            return tx.handle()
                    .createQuery("SELECT seq FROM journal WHERE stream = :stream ORDER BY seq")
                    .bind("stream", stream)
                    .mapTo(Long.class)
                    .list();
        });
    }

    private long head(UUID stream) {
        return database.read(tx -> journal.position(tx, stream)).seq();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** Recomputes the chain from the rows; the number of the first entry whose hash does not fit. */
    private Optional<Long> firstBroken(UUID stream) {
        byte[] hash = new byte[0];
        List<Entry> entries = database.read(tx -> {
            tx.enter(stream);
            return store.range(tx, stream, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
        });
        for (Entry entry : entries) {
            hash = sha256(hash, ByteBuffer.allocate(8).putLong(entry.seq()).array(), EntryHash.of(entry));
            if (!Arrays.equals(hash, storedHash(entry))) {
                return Optional.of(entry.seq());
            }
        }
        return Optional.empty();
    }

    private byte[] storedHash(Entry entry) {
        return database.read(tx -> {
            tx.enter(entry.stream());
            return tx.handle()
                    .createQuery("SELECT hash FROM journal WHERE id = :id")
                    .bind("id", entry.id())
                    .mapTo(byte[].class)
                    .one();
        });
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
