package dev.docket.journal;

import dev.docket.common.Ids;
import dev.docket.common.Json;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The append-only journal. Every mutation of anything appends here, in its own transaction, as its last statement: the
 * stream's row stays locked until the commit, which is what makes {@code seq} gap-free and equal to commit order.
 */
@Singleton
public final class Journal {
    /** The stream of users and settings, of what belongs to no program. */
    public static final UUID SYSTEM = new UUID(0, 0);

    private final JournalStore store;
    private final JournalFeed feed;
    private final Clock clock;

    Journal(JournalStore store, JournalFeed feed, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Lock order: rows of the domain first, then this; it is sent with the commit, so that the stream is held no longer than
     * that takes. After the commit the entry is handed to the feed.
     */
    public void append(Transaction tx, NewEntry entry) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Entry unnumbered = new Entry(
                entry.stream(),
                0,
                Ids.next(),
                entry.event(),
                entry.requestId(),
                entry.version(),
                entry.subjectId(),
                entry.actorId(),
                entry.actorName(),
                entry.audience(),
                Json.write(entry.changes()),
                Json.write(entry.data()),
                entry.clientData() == null ? null : Json.write(entry.clientData()),
                at);
        store.append(
                tx, unnumbered, EntryHash.of(unnumbered), appended -> tx.afterCommit(() -> feed.committed(appended)));
    }

    /** Starts the stream of a new program. */
    public void open(Transaction tx, UUID stream) {
        store.open(tx, stream, Ids.next());
    }

    /** Where the stream stands now. Read it before the rows that are answered with it. */
    public Position position(Transaction tx, UUID stream) {
        return find(tx, stream).orElseThrow();
    }

    public Optional<Position> find(Transaction tx, UUID stream) {
        return store.position(tx, stream);
    }
}
