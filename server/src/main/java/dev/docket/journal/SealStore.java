package dev.docket.journal;

import dev.docket.journal.WholeJournal.Head;
import dev.docket.journal.WholeJournal.Sealed;
import dev.docket.journal.WholeJournal.Stretch;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal with its hashes, for proofs. Rows are told as they are, whether Docket wrote them or somebody else. */
@Singleton
final class SealStore {
    private static final HexFormat HEX = HexFormat.of();

    List<Head> heads(Transaction tx, @Nullable UUID stream) {
        return tx.handle()
                .createQuery("""
                        SELECT id, epoch, head, hash FROM stream
                        WHERE :stream::uuid IS NULL OR id = :stream::uuid
                        ORDER BY id
                        """)
                .bind("stream", stream)
                .map((rows, _) -> head(rows))
                .list();
    }

    Stretch stretch(Transaction tx, Head head, @Nullable Instant from, @Nullable Instant to) {
        long before = from == null ? 0 : firstAt(tx, head, from) - 1;
        long last = to == null ? head.seq() : lastBefore(tx, head, to);
        return new Stretch(at(tx, head, before), at(tx, head, Math.max(before, last)));
    }

    List<Sealed> range(Transaction tx, UUID stream, long after, long upTo, int limit) {
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
                .map((rows, _) -> sealed(rows))
                .list();
    }

    /** The first number of that time; one more than the head if there is none. */
    private static long firstAt(Transaction tx, Head head, Instant from) {
        return tx.handle()
                .createQuery("SELECT coalesce(min(seq), :head + 1) FROM journal"
                        + " WHERE stream = :stream AND at >= :from AND seq <= :head")
                .bind("stream", head.stream())
                .bind("head", head.seq())
                .bind("from", from)
                .mapTo(Long.class)
                .one();
    }

    private static long lastBefore(Transaction tx, Head head, Instant to) {
        return tx.handle()
                .createQuery("SELECT coalesce(max(seq), 0) FROM journal"
                        + " WHERE stream = :stream AND at < :to AND seq <= :head")
                .bind("stream", head.stream())
                .bind("head", head.seq())
                .bind("to", to)
                .mapTo(Long.class)
                .one();
    }

    private static Head at(Transaction tx, Head head, long seq) {
        if (seq == head.seq()) {
            return head;
        }
        String hash = tx.handle()
                .createQuery("SELECT hash FROM journal WHERE stream = :stream AND seq = :seq")
                .bind("stream", head.stream())
                .bind("seq", seq)
                .map((rows, _) -> HEX.formatHex(rows.getBytes(1)))
                .findOne()
                .orElse("");
        return new Head(head.stream(), head.epoch(), seq, hash);
    }

    private static Head head(ResultSet rows) throws SQLException {
        return new Head(
                rows.getObject("id", UUID.class),
                rows.getObject("epoch", UUID.class),
                rows.getLong("head"),
                HEX.formatHex(rows.getBytes("hash")));
    }

    private static Sealed sealed(ResultSet rows) throws SQLException {
        long version = rows.getLong("version");
        boolean noVersion = rows.wasNull();
        EntryContent content = new EntryContent(
                rows.getObject("stream", UUID.class),
                rows.getObject("id", UUID.class),
                rows.getString("event"),
                rows.getObject("request_id", UUID.class),
                noVersion ? null : version,
                rows.getObject("subject_id", UUID.class),
                rows.getObject("actor_id", UUID.class),
                rows.getString("actor_name"),
                rows.getString("level").toUpperCase(Locale.ROOT),
                uuids(rows.getArray("staff_users")),
                uuids(rows.getArray("client_users")),
                rows.getString("forget_level").toUpperCase(Locale.ROOT),
                uuids(rows.getArray("forget_users")),
                rows.getString("changes"),
                rows.getString("data"),
                rows.getString("client_data"),
                rows.getTimestamp("at").toInstant());
        return new Sealed(rows.getLong("seq"), content, HEX.formatHex(rows.getBytes("hash")));
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(UUID.class::cast).toList();
    }
}
