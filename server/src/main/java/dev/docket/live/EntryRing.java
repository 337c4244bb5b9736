package dev.docket.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The latest entries of one program, without a gap, bounded in number and bytes. Confined to the program's turn. */
final class EntryRing {
    private final int maxEntries;
    private final long maxBytes;
    private final Deque<ReleasedEntry> entries = new ArrayDeque<>();
    private long bytes;

    EntryRing(int maxEntries, long maxBytes) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    void add(ReleasedEntry entry) {
        entries.addLast(entry);
        bytes += entry.size();
        while (entries.size() > maxEntries || bytes > maxBytes) {
            removeFirst();
        }
    }

    /** Forgets what was appended before then. */
    void trim(Instant before) {
        while (!entries.isEmpty() && entries.getFirst().entry().at().isBefore(before)) {
            removeFirst();
        }
    }

    void clear() {
        entries.clear();
        bytes = 0;
    }

    /** Whether everything after {@code seq} is here. */
    boolean covers(long seq) {
        return !entries.isEmpty() && entries.getFirst().seq() <= seq + 1;
    }

    /** The entries after {@code seq}, in order. */
    List<ReleasedEntry> after(long seq) {
        List<ReleasedEntry> newest = new ArrayList<>();
        for (Iterator<ReleasedEntry> i = entries.descendingIterator(); i.hasNext(); ) {
            ReleasedEntry entry = i.next();
            if (entry.seq() <= seq) {
                break;
            }
            newest.add(entry);
        }
        Collections.reverse(newest);
        return newest;
    }

    private void removeFirst() {
        bytes -= entries.removeFirst().size();
    }
}
