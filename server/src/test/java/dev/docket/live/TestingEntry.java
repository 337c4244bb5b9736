package dev.docket.live;

import dev.docket.common.Ids;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.Position;
import dev.docket.socketio.Namespace;
import dev.docket.socketio.SocketIoServer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Entries that were never in a journal. */
final class TestingEntry {
    static final UUID PROGRAM = Ids.next();
    static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    private static final Namespace NAMESPACE = SocketIoServer.create().of("/");
    private static final UUID EPOCH = UUID.randomUUID();

    private TestingEntry() {}

    static ReleasedEntry released(long seq, Audience audience) {
        return released(entry(seq, audience, AT.plusSeconds(seq)));
    }

    static ReleasedEntry released(Entry entry) {
        Position position = new Position(EPOCH, entry.seq());
        return new ReleasedEntry(entry, Offset.of(1, AT, PROGRAM, position), new Encoder(NAMESPACE));
    }

    static ReleasedEntry released(long seq) {
        return released(seq, Audience.of(Level.STAFF, Set.of(), Set.of()));
    }

    static Entry entry(long seq, Audience audience, Instant at) {
        return new Entry(
                PROGRAM,
                seq,
                Ids.next(),
                EventType.REQUEST_UPDATED,
                Ids.next(),
                seq + 1,
                null,
                Ids.next(),
                "Ann \"The Boss\" Ödegård",
                audience,
                "[]",
                "{\"request\":{\"title\":\"for staff\"}}",
                "{\"request\":{\"title\":\"for clients\"}}",
                at);
    }
}
