package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Ids;
import dev.docket.common.Json;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Entry;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import dev.docket.journal.Reader.Sight;
import dev.docket.live.DeliveryCheck.Counts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The checker itself must see what it is there to see. */
final class DeliveryCheckTest {
    /** Odd numbers are for staff, even ones for managers only. */
    private final List<Entry> journal = LongStream.rangeClosed(1, 6)
            .mapToObj(seq -> TestingEntry.entry(
                    seq, Audience.of(seq % 2 == 1 ? Level.STAFF : Level.MANAGERS, Set.of(), Set.of()), TestingEntry.AT))
            .toList();

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(check(0, 1, 3, 5)).isEqualTo(new Counts(3, 0, 0, 0, 0));
        assertThat(check(3, 5)).isEqualTo(new Counts(1, 0, 0, 0, 0));
    }

    @Test
    void countsWhatIsLost() {
        assertThat(check(0, 1, 5)).isEqualTo(new Counts(2, 1, 0, 0, 0));
        assertThat(check(0)).isEqualTo(new Counts(0, 3, 0, 0, 0));
    }

    @Test
    void countsWhatComesTwiceOrFromBefore() {
        assertThat(check(0, 1, 3, 3, 5, 1)).isEqualTo(new Counts(3, 0, 2, 0, 0));
        assertThat(check(1, 1, 3, 5)).isEqualTo(new Counts(2, 0, 1, 0, 0));
    }

    @Test
    void countsWhatComesTooLate() {
        assertThat(check(0, 3, 1, 5)).isEqualTo(new Counts(2, 0, 0, 1, 0));
    }

    @Test
    void countsWhatMayNotBeSeen() {
        assertThat(check(0, 1, 2, 3, 5)).isEqualTo(new Counts(3, 0, 0, 0, 1));
    }

    @Test
    void countsWhatIsPresentedWrongly() {
        Reader reader = new Reader(Ids.next(), Sight.TEAM_MEMBER);
        Received asForClients = received(journal.getFirst(), Presentation.CLIENT);

        assertThat(new DeliveryCheck(journal).check(reader, 4, List.of(asForClients)))
                .isEqualTo(new Counts(0, 1, 0, 0, 1));
    }

    private Counts check(long start, int... seqs) {
        Reader reader = new Reader(Ids.next(), Sight.TEAM_MEMBER);
        List<Received> received = IntStream.of(seqs)
                .mapToObj(seq -> received(journal.get(seq - 1), Presentation.STAFF))
                .toList();
        return new DeliveryCheck(journal).check(reader, start, received);
    }

    private static Received received(Entry entry, Presentation presentation) {
        String json = new String(Envelope.json(entry, presentation), StandardCharsets.UTF_8);
        return new Received(entry.event().wireName(), (ObjectNode) Json.parse(json), "");
    }
}
