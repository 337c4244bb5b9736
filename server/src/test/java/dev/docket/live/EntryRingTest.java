package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class EntryRingTest {
    @Test
    void coversNothingWhenEmpty() {
        assertThat(new EntryRing(10, 1_000_000).covers(0)).isFalse();
    }

    @Test
    void givesWhatCameAfterAPosition() {
        EntryRing ring = filled(new EntryRing(10, 1_000_000), 1, 5);

        assertThat(ring.covers(0)).isTrue();
        assertThat(seqs(ring, 0)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(seqs(ring, 3)).containsExactly(4L, 5L);
        assertThat(seqs(ring, 5)).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        EntryRing ring = filled(new EntryRing(3, 1_000_000), 1, 10);

        assertThat(ring.covers(6)).isFalse();
        assertThat(ring.covers(7)).isTrue();
        assertThat(seqs(ring, 7)).containsExactly(8L, 9L, 10L);
    }

    @Test
    void forgetsTheOldestWhenTheyTakeTooMuch() {
        long size = TestingEntry.released(1).size();
        EntryRing ring = filled(new EntryRing(1_000, 2 * size), 1, 10);

        assertThat(seqs(ring, 0)).containsExactly(9L, 10L);
    }

    @Test
    void mayBeTooSmallForAnything() {
        EntryRing ring = filled(new EntryRing(0, 1_000_000), 1, 2);

        assertThat(ring.covers(1)).isFalse();
    }

    @Test
    void forgetsWhatIsOld() {
        EntryRing ring = filled(new EntryRing(10, 1_000_000), 1, 5);

        ring.trim(TestingEntry.AT.plusSeconds(4));

        assertThat(seqs(ring, 0)).containsExactly(4L, 5L);
        assertThat(ring.covers(2)).isFalse();
    }

    @Test
    void beginsAnewAfterAGap() {
        EntryRing ring = filled(new EntryRing(10, 1_000_000), 1, 5);

        ring.clear();
        filled(ring, 7, 8);

        assertThat(ring.covers(5)).isFalse();
        assertThat(seqs(ring, 6)).containsExactly(7L, 8L);
    }

    private static EntryRing filled(EntryRing ring, long first, long last) {
        LongStream.rangeClosed(first, last).mapToObj(TestingEntry::released).forEach(ring::add);
        return ring;
    }

    private static List<Long> seqs(EntryRing ring, long after) {
        return ring.after(after).stream().map(ReleasedEntry::seq).toList();
    }
}
