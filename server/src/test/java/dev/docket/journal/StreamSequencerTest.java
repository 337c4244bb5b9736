package dev.docket.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StreamSequencerTest {
    private final UUID stream = Ids.next();
    private final BlockingQueue<Long> released = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final TestingTable table = new TestingTable();
    private final StreamSequencer sequencer =
            new StreamSequencer(stream, 10, table::read, entry -> released.add(entry.seq()), Runnable::run, timer);

    /** What is committed, whether it was announced or not. */
    private static final class TestingTable {
        private final List<Entry> rows = new ArrayList<>();
        private boolean broken;
        private int reads;

        synchronized List<Entry> read(UUID ofStream, long after, long upTo, int limit) {
            reads++;
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            return rows.stream()
                    .filter(row -> row.stream().equals(ofStream) && after < row.seq() && row.seq() <= upTo)
                    .limit(limit)
                    .toList();
        }

        synchronized void commit(Entry entry) {
            rows.add(entry);
        }

        synchronized void broken(boolean isBroken) {
            broken = isBroken;
        }

        synchronized int reads() {
            return reads;
        }
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void releasesWhatIsAnnouncedInOrderWithoutAskingTheTable() {
        ring(11, 12, 13);

        assertThat(released).containsExactly(11L, 12L, 13L);
        assertThat(table.reads()).isZero();
    }

    @Test
    void putsAnnouncementsInOrder() {
        ring(13, 12);
        assertThat(released).isEmpty();

        ring(11);

        assertThat(released).containsExactly(11L, 12L, 13L);
    }

    @Test
    void releasesEachEntryOnce() {
        ring(11, 11, 9, 12, 11, 12);

        assertThat(released).containsExactly(11L, 12L);
    }

    @Test
    void readsWhatNobodyAnnounced() throws InterruptedException {
        commit(11, 12, 13);

        ring(13);

        assertThat(take(3)).containsExactly(11L, 12L, 13L);
    }

    @Test
    void findsTheNewestEntriesByTheHead() {
        commit(11, 12);

        assertThat(sequencer.catchUpTo(12)).isCompleted();

        assertThat(released).containsExactly(11L, 12L);
        ring(11, 12, 13);
        assertThat(released).containsExactly(11L, 12L, 13L);
    }

    @Test
    void readsALongGapInBatches() {
        commit(LongStream.rangeClosed(11, 1_500).toArray());

        assertThat(sequencer.catchUpTo(1_500)).isCompleted();

        assertThat(released).hasSize(1_490);
        assertThat(table.reads()).isEqualTo(3);
    }

    @Test
    void goesOnWhenTheTableCanBeReadAgain() {
        commit(11, 12);
        table.broken(true);
        CompletableFuture<?> failed = sequencer.catchUpTo(12);
        assertThatThrownBy(failed::join).hasRootCauseMessage("the database is away");
        assertThat(released).isEmpty();

        table.broken(false);

        assertThat(sequencer.catchUpTo(12)).isCompleted();
        assertThat(released).containsExactly(11L, 12L);
    }

    @Test
    void tellsATaskWhereTheStreamStandsBetweenTwoReleases() {
        List<Long> stands = new ArrayList<>();
        sequencer.inTurn(stands::add).join();
        ring(11);
        sequencer.inTurn(stands::add).join();
        ring(13);
        sequencer.inTurn(stands::add).join();

        assertThat(stands).containsExactly(10L, 11L, 11L);
    }

    @Test
    void reportsATaskThatFailsAndGoesOn() {
        CompletableFuture<?> failed = sequencer.inTurn(_ -> {
            throw new IllegalStateException("no room");
        });

        assertThatThrownBy(failed::join).hasRootCauseMessage("no room");
        ring(11);
        assertThat(released).containsExactly(11L);
    }

    private void commit(long... seqs) {
        LongStream.of(seqs).forEach(seq -> table.commit(SampleEntry.numbered(stream, seq)));
    }

    private void ring(long... seqs) {
        LongStream.of(seqs).forEach(seq -> sequencer.offer(SampleEntry.numbered(stream, seq)));
    }

    private List<Long> take(int count) throws InterruptedException {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Long seq = released.poll(10, TimeUnit.SECONDS);
            if (seq == null) {
                throw new AssertionError("released: " + taken + " (expected: " + count + " entries)");
            }
            taken.add(seq);
        }
        return taken;
    }
}
