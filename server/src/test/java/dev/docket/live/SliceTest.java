package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Entry;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Sight;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SliceTest {
    private final Reader teamMember = new Reader(Ids.next(), Sight.TEAM_MEMBER);

    @Test
    void takesEverythingIfItIsLittle() {
        Slice slice = Slice.of(entries(5, 10), teamMember);

        assertThat(slice.deliveries()).hasSize(5);
        assertThat(slice.upTo()).isEqualTo(5);
        assertThat(slice.isLast(false)).isTrue();
    }

    @Test
    void passesOverWhatMayNotBeSeen() {
        Audience managers = Audience.of(Level.MANAGERS, Set.of(), Set.of());

        Slice slice = Slice.of(List.of(TestingEntry.released(1), TestingEntry.released(2, managers)), teamMember);

        assertThat(slice.deliveries())
                .extracting(delivery -> delivery.entry().seq())
                .containsExactly(1L);
        assertThat(slice.upTo()).isEqualTo(2);
    }

    @Test
    void isSentOutsideOfTheTurnIfItIsMuch() {
        Slice slice = Slice.of(entries(5, 10_000), teamMember);

        assertThat(slice.deliveries()).hasSize(5);
        assertThat(slice.isLast(false)).isFalse();
        assertThat(slice.isLast(true)).isTrue();
    }

    @Test
    void endsWhereItIsEnoughForOnce() {
        Slice slice = Slice.of(entries(100, 10_000), teamMember);

        assertThat(slice.deliveries()).hasSizeBetween(10, 20);
        assertThat(slice.upTo()).isEqualTo(slice.deliveries().size());
        assertThat(slice.isLast(true)).as("something would be left out").isFalse();
    }

    private static List<ReleasedEntry> entries(int count, int size) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(seq -> TestingEntry.released(withData(seq, size)))
                .toList();
    }

    private static Entry withData(long seq, int size) {
        Entry entry = TestingEntry.entry(seq, Audience.of(Level.STAFF, Set.of(), Set.of()), TestingEntry.AT);
        return new Entry(
                entry.stream(),
                entry.seq(),
                entry.id(),
                entry.event(),
                entry.requestId(),
                entry.version(),
                entry.subjectId(),
                entry.actorId(),
                entry.actorName(),
                entry.audience(),
                entry.changes(),
                "\"" + "x".repeat(size) + "\"",
                null,
                entry.at());
    }
}
