package dev.docket.journal;

import dev.docket.journal.Audience.Level;
import dev.docket.storage.Later;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The journal's tables. */
@Singleton
final class JournalStore {
    /** @param settled every transaction with a lower number is over, and in {@code seqs} if it committed */
    record Heads(long settled, Map<UUID, Long> seqs) {}

    private static final String APPEND = """
            WITH next AS (
                UPDATE stream
                SET head = head + 1, hash = sha256(hash || int8send(head + 1) || :digest)
                WHERE id = :program
                RETURNING head, hash
            )
            INSERT INTO journal (stream, seq, id, event, request_id, version, subject_id, actor_id, actor_name,
                level, staff_users, client_users, forget_level, forget_users, changes, data, client_data, at, hash)
            SELECT CAST(""" + Transaction.ENTERING + """
                 AS uuid), head, :entryId, :event, :requestId, :requestVersion, :subjectId, :actorId, :actorName,
                :level, :staffUsers, :clientUsers, :forgetLevel, :forgetUsers,
                :changes::json, :data::json, :clientData::json, :at, hash
            FROM next
            RETURNING seq
            """;

    static final RowMapper<Entry> ENTRY = (rows, _) -> entry(rows);

    void open(Transaction tx, UUID stream, UUID epoch) {
        tx.handle().execute("INSERT INTO stream (id, epoch) VALUES (?, ?)", stream, epoch);
    }

    /**
     * Enters the stream, takes the next number under its row lock, chains the hash and inserts, in one statement.
     *
     * @param appended gets the entry with its number
     */
    void append(Transaction tx, Entry entry, byte[] digest, Consumer<Entry> appended) {
        tx.later(new Later(APPEND, statement -> bind(statement, entry, digest), answer -> {
            ResultSet rows = answer.getResultSet();
            rows.next();
            appended.accept(numbered(entry, rows.getLong(1)));
        }));
    }

    private static void bind(Query statement, Entry entry, byte[] digest) {
        statement
                .bind("digest", digest)
                .bind("program", entry.stream())
                .bind("entryId", entry.id())
                .bind("event", entry.event().wireName())
                .bind("requestId", entry.requestId())
                .bind("requestVersion", entry.version())
                .bind("subjectId", entry.subjectId())
                .bind("actorId", entry.actorId())
                .bind("actorName", entry.actorName())
                .bind("level", name(entry.audience().level()))
                .bindArray("staffUsers", UUID.class, entry.audience().staffUsers())
                .bindArray("clientUsers", UUID.class, entry.audience().clientUsers())
                .bind("forgetLevel", name(entry.audience().forgetLevel()))
                .bindArray("forgetUsers", UUID.class, entry.audience().forgetUsers())
                .bind("changes", entry.changes())
                .bind("data", entry.data())
                .bind("clientData", entry.clientData())
                .bind("at", entry.at());
    }

    Optional<Position> position(Transaction tx, UUID stream) {
        return tx.handle()
                .createQuery("SELECT epoch, head FROM stream WHERE id = :stream")
                .bind("stream", stream)
                .map((rows, _) -> new Position(rows.getObject(1, UUID.class), rows.getLong(2)))
                .findOne();
    }

    /** The heads of the streams named, in one query. */
    Map<UUID, Position> positions(Transaction tx, Collection<UUID> streams) {
        return tx
                .handle()
                .createQuery("SELECT id, epoch, head FROM stream WHERE id = ANY(:streams)")
                .bindArray("streams", UUID.class, streams)
                .map((rows, _) -> Map.entry(
                        rows.getObject(1, UUID.class), new Position(rows.getObject(2, UUID.class), rows.getLong(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The heads of all streams, and the number below which every transaction was over when they were read: one statement,
     * hence one snapshot.
     */
    Heads heads(Transaction tx) {
        Map<UUID, Long> heads = new HashMap<>();
        long settled = tx.handle()
                .createQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, id, head FROM stream")
                .reduceRows(0L, (_, row) -> {
                    heads.put(row.getColumn("id", UUID.class), row.getColumn("head", Long.class));
                    return row.getColumn(1, Long.class);
                });
        return new Heads(settled, heads);
    }

    /** Where each stream stood, at the latest, before any transaction from {@code xid} on wrote to it. */
    Map<UUID, Position> positionsBefore(Transaction tx, long xid, Collection<UUID> streams) {
        return tx
                .handle()
                .createQuery("""
                        SELECT id, epoch, coalesce(
                            (SELECT min(seq) - 1 FROM journal WHERE stream = s.id AND xid >= :xid), head)
                        FROM stream s
                        WHERE id = ANY(:streams)
                        """)
                .bind("xid", xid)
                .bindArray("streams", UUID.class, streams)
                .map((rows, _) -> Map.entry(
                        rows.getObject(1, UUID.class), new Position(rows.getObject(2, UUID.class), rows.getLong(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Entries with {@code after < seq <= upTo}, in order, at most {@code limit}. */
    List<Entry> range(Transaction tx, UUID stream, long after, long upTo, int limit) {
        return tx.handle()
                .createQuery("""
                        SELECT * FROM journal
                        WHERE stream = :stream AND seq > :after AND seq <= :upTo
                        ORDER BY seq
                        LIMIT :limit
                        """)
                .bind("stream", stream)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("limit", limit)
                .map(ENTRY)
                .list();
    }

    /** The range as one viewer may receive it: by role level, by name, or to be told to forget. */
    List<Entry> rangeFor(Transaction tx, UUID stream, long after, long upTo, int limit, Reader reader) {
        return tx.handle()
                .createQuery("""
                        SELECT * FROM journal
                        WHERE stream = :stream AND seq > :after AND seq <= :upTo
                          AND (level = ANY(:levels) OR forget_level = ANY(:levels)
                               OR :user = ANY(staff_users) OR :user = ANY(client_users) OR :user = ANY(forget_users))
                        ORDER BY seq
                        LIMIT :limit
                        """)
                .bind("stream", stream)
                .bind("after", after)
                .bind("upTo", upTo)
                .bindArray("levels", String.class, reader.levelNames())
                .bind("user", reader.userId())
                .bind("limit", limit)
                .map(ENTRY)
                .list();
    }

    List<Entry> changesSince(Transaction tx, UUID stream, UUID request, long version) {
        return tx.handle()
                .createQuery("""
                        SELECT * FROM journal
                        WHERE request_id = :request AND stream = :stream AND version > :version
                        ORDER BY seq
                        """)
                .bind("request", request)
                .bind("stream", stream)
                .bind("version", version)
                .map(ENTRY)
                .list();
    }

    List<Entry> programChangesSince(Transaction tx, UUID stream, long version) {
        return tx.handle()
                .createQuery("""
                        SELECT * FROM journal
                        WHERE stream = :stream AND event = 'program:updated' AND version > :version
                        ORDER BY seq
                        """)
                .bind("stream", stream)
                .bind("version", version)
                .map(ENTRY)
                .list();
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        long version = rows.getLong("version");
        boolean noVersion = rows.wasNull();
        return new Entry(
                rows.getObject("stream", UUID.class),
                rows.getLong("seq"),
                rows.getObject("id", UUID.class),
                EventType.ofWireName(rows.getString("event")),
                rows.getObject("request_id", UUID.class),
                noVersion ? null : version,
                rows.getObject("subject_id", UUID.class),
                rows.getObject("actor_id", UUID.class),
                rows.getString("actor_name"),
                new Audience(
                        level(rows.getString("level")),
                        uuids(rows.getArray("staff_users")),
                        uuids(rows.getArray("client_users")),
                        level(rows.getString("forget_level")),
                        uuids(rows.getArray("forget_users"))),
                rows.getString("changes"),
                rows.getString("data"),
                rows.getString("client_data"),
                rows.getTimestamp("at").toInstant());
    }

    private static Entry numbered(Entry entry, long seq) {
        return new Entry(
                entry.stream(),
                seq,
                entry.id(),
                entry.event(),
                entry.requestId(),
                entry.version(),
                entry.subjectId(),
                entry.actorId(),
                entry.actorName(),
                entry.audience(),
                entry.changes(),
                entry.data(),
                entry.clientData(),
                entry.at());
    }

    private static Set<UUID> uuids(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(UUID.class::cast).collect(Collectors.toSet());
    }

    static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static Level level(String name) {
        return Level.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
