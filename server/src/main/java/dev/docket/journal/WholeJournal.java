package dev.docket.journal;

import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal over all streams, as it stands in the database. For those who may see everything; the caller checks that, and
 * has its transaction see every program.
 */
@Singleton
public final class WholeJournal {
    private final HistoryStore history;
    private final SealStore seals;
    private final Database database;

    WholeJournal(HistoryStore history, SealStore seals, Database database) {
        this.history = history;
        this.seals = seals;
        this.database = database;
    }

    /** A place in the order of {@link #newest}. */
    public record Mark(Instant at, UUID id) {}

    /**
     * Where a stream stands.
     *
     * @param hash in hex; of all entries up to {@code seq}
     */
    public record Head(UUID stream, UUID epoch, long seq, String hash) {}

    /** A run of entries {@code after.seq < seq <= last.seq} of one stream, without gap if nobody took one away. */
    public record Stretch(Head after, Head last) {}

    /** An entry with its hash, in hex. */
    public record Sealed(long seq, EntryContent content, String hash) {}

    /** Newest first, by the time that entries carry. */
    public List<Entry> newest(
            Transaction tx, @Nullable UUID stream, EntryFilter filter, @Nullable Mark before, int limit) {
        return history.newest(tx, stream, filter, before, limit);
    }

    /** Of all streams in one snapshot, or of one. */
    public List<Head> heads(Transaction tx, @Nullable UUID stream) {
        return seals.heads(tx, stream);
    }

    /** The part of a stream up to {@code head} that holds every entry of the time asked for. */
    public Stretch stretch(Transaction tx, Head head, @Nullable Instant from, @Nullable Instant to) {
        return seals.stretch(tx, head, from, to);
    }

    /** Entries with {@code after < seq <= upTo}, in order, at most {@code limit}. */
    public List<Sealed> sealed(UUID stream, long after, long upTo, int limit) {
        return database.read(tx -> {
            tx.enter(stream);
            return seals.range(tx, stream, after, upTo, limit);
        });
    }
}
