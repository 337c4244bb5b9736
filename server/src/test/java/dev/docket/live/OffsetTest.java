package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.journal.Position;
import dev.docket.live.Offset.Place;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OffsetTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final UUID program = Ids.next();
    private final Position position = new Position(UUID.randomUUID(), 1_234_567);

    @Test
    void readsWhatItWrites() {
        Offset offset = Offset.of(987_654_321, NOW, program, position);

        assertThat(Offset.parse(offset.text())).contains(offset);
        assertThat(offset.text()).hasSizeLessThan(60).matches("[0-9A-Za-z._-]+");
    }

    @Test
    void namesAsManyProgramsAsItsSocketHasCaughtUpWith() {
        Offset offset = Offset.of(1, NOW, program, position);
        for (int i = 0; i < 100; i++) {
            offset = offset.with(Offset.of(2, NOW, Ids.next(), position));
        }
        Offset newest = Offset.of(2, NOW.plusSeconds(5), program, new Position(position.epoch(), 9));

        Offset all = offset.with(newest);

        assertThat(all.settled()).as("what is true of all other programs").isEqualTo(1);
        assertThat(all.at()).isEqualTo(newest.at());
        assertThat(all.seqs()).hasSize(64).containsEntry(program, Place.of(new Position(position.epoch(), 9)));
        assertThat(Offset.parse(all.text())).contains(all);
    }

    @Test
    void tellsHistoriesApart() {
        assertThat(Place.of(position)).isNotEqualTo(Place.of(new Position(UUID.randomUUID(), position.seq())));
    }

    @Test
    void isEmptyForWhatSomebodyElseMade() {
        String genuine = Offset.of(1, NOW, program, position).text();

        for (String text : new String[] {
            "",
            ".",
            "..",
            "a",
            "1.2.3",
            "-5.1",
            "1.zzzzzzzzzzzzzzz",
            genuine + ".",
            genuine + "!",
            "1.2." + "=".repeat(30)
        }) {
            assertThat(Offset.parse(text)).as(text).isEmpty();
        }
        assertThat(Offset.parse("1.2" + ".x".repeat(1_000))).isEmpty();
    }

    @Test
    void mayNameNoProgramAtAll() {
        assertThat(Offset.parse("1.2")).contains(new Offset(1, Instant.ofEpochSecond(2), Map.of()));
    }
}
