package dev.docket.live;

import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import dev.docket.live.Step.Delivery;
import java.util.ArrayList;
import java.util.List;

/**
 * What of some entries in a row one viewer is to be sent, as much as is good at once.
 *
 * @param upTo the entry up to which that is all
 * @param all whether these were all entries
 */
record Slice(List<Delivery> deliveries, long upTo, long bytes, boolean all) {
    /** What a replay sends at once outside of the program's turn, in bytes. */
    private static final long MAX_BYTES = 128 << 10;
    /** What it may send inside: times all programs of a user still far from a connection's bound. */
    private static final long LAST_BYTES = 16 << 10;

    static Slice of(List<ReleasedEntry> entries, Reader reader) {
        List<Delivery> deliveries = new ArrayList<>();
        long bytes = 0;
        long upTo = 0;
        for (ReleasedEntry entry : entries) {
            Presentation presentation = entry.presentationFor(reader);
            if (presentation != Presentation.NOTHING) {
                if (bytes > MAX_BYTES) {
                    return new Slice(deliveries, upTo, bytes, false);
                }
                deliveries.add(new Delivery(entry, presentation));
                bytes += entry.encoded(presentation).size();
            }
            upTo = entry.seq();
        }
        return new Slice(deliveries, upTo, bytes, true);
    }

    /** Whether it may be sent in the turn in which the session gets its seat. */
    boolean isLast(boolean hurry) {
        return all && (hurry || bytes <= LAST_BYTES);
    }
}
