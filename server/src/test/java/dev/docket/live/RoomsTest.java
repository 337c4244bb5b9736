package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import dev.docket.journal.Reader.Sight;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RoomsTest {
    private static final UUID PROGRAM = Ids.next();
    private static final UUID USER = Ids.next();

    @Test
    void reachEveryViewerInThePresentationThatReplayWouldGive() {
        for (Audience audience : audiences()) {
            for (Sight sight : Sight.values()) {
                Reader reader = new Reader(USER, sight);

                assertThat(byRooms(audience, Rooms.of(PROGRAM, reader)))
                        .as("%s reads %s", sight, audience)
                        .isEqualTo(reader.presentationOf(audience));
            }
        }
    }

    /** As {@link EntryBroadcast} sends: once at most, whatever rooms one is in. */
    private static Presentation byRooms(Audience audience, List<String> joined) {
        boolean staff = reach(Rooms.ofStaff(PROGRAM, audience), joined);
        boolean client = reach(Rooms.ofClients(PROGRAM, audience), joined);
        assertThat(staff && client).as("two presentations for one viewer").isFalse();
        if (staff || client) {
            return staff ? Presentation.STAFF : Presentation.CLIENT;
        }
        return reach(Rooms.ofForgetting(PROGRAM, audience), joined) ? Presentation.FORGET : Presentation.NOTHING;
    }

    private static boolean reach(List<String> rooms, List<String> joined) {
        return !Collections.disjoint(rooms, joined);
    }

    private static Set<Audience> audiences() {
        Set<Audience> all = new HashSet<>();
        for (Level level : Level.values()) {
            for (Level forgetLevel : Level.values()) {
                for (int named = 0; named < 8; named++) {
                    all.add(new Audience(level, named(named, 1), named(named, 2), forgetLevel, named(named, 4)));
                }
            }
        }
        return all;
    }

    private static Set<UUID> named(int bits, int bit) {
        return (bits & bit) == 0 ? Set.of() : Set.of(USER, Ids.next());
    }
}
