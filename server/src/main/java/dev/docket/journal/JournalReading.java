package dev.docket.journal;

import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The journal as its readers see it. Every method answers only what the reader named may see. */
@Singleton
public final class JournalReading {
    private final JournalStore store;
    private final HistoryStore history;
    private final Database database;

    JournalReading(JournalStore store, HistoryStore history, Database database) {
        this.store = store;
        this.history = history;
        this.database = database;
    }

    /** What {@code reader} may receive of {@code after < seq <= upTo}, oldest first, at most {@code limit}. */
    public List<Entry> missed(UUID stream, long after, long upTo, int limit, Reader reader) {
        return database.read(tx -> {
            tx.enter(stream);
            return store.rangeFor(tx, stream, after, upTo, limit, reader);
        });
    }

    /** Newest first. */
    public List<Entry> activity(
            Transaction tx, UUID stream, EntryFilter filter, long before, int limit, Reader reader) {
        return history.activity(tx, stream, filter, before, limit, reader);
    }

    /** The same without what happened to other requests than {@code requests}. */
    public List<Entry> activityOf(
            Transaction tx,
            UUID stream,
            Collection<UUID> requests,
            EntryFilter filter,
            long before,
            int limit,
            Reader reader) {
        return history.activityOf(tx, stream, requests, filter, before, limit, reader);
    }

    /** Newest first. The caller has checked that the reader may see the request. */
    public List<Entry> history(
            Transaction tx, UUID stream, UUID request, EntryFilter filter, long before, int limit, Reader reader) {
        return history.history(tx, stream, request, filter, before, limit, reader.sight() == Reader.Sight.CLIENT);
    }

    /**
     * Positions that nobody has passed who had received what {@link JournalFeed#settled} said then: all that was written
     * by later transactions comes after them. Some that was written by earlier ones may, too.
     */
    public Map<UUID, Position> positionsBefore(long settled, Collection<UUID> streams) {
        return database.read(tx -> {
            tx.seeEveryProgram();
            return store.positionsBefore(tx, settled, streams);
        });
    }

    /** Entries about one request that were made at a version above {@code version}, oldest first. */
    public List<Entry> changesSince(Transaction tx, UUID stream, UUID request, long version) {
        return store.changesSince(tx, stream, request, version);
    }

    /** Changes of a program's settings and fields that were made at a version above {@code version}, oldest first. */
    public List<Entry> programChangesSince(Transaction tx, UUID stream, long version) {
        return store.programChangesSince(tx, stream, version);
    }

    /** Of a stream that exists. */
    public UUID epoch(UUID stream) {
        return database.read(tx -> store.position(tx, stream)).orElseThrow().epoch();
    }

    public Map<UUID, Position> positions(Collection<UUID> streams) {
        return database.read(tx -> store.positions(tx, streams));
    }
}
