package dev.docket.live;

import dev.docket.common.Json;
import dev.docket.journal.Entry;
import dev.docket.journal.Position;
import dev.docket.journal.Reader.Presentation;
import dev.docket.socketio.EncodedEvent;
import dev.docket.socketio.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Makes the events that go to sockets. */
final class Encoder {
    private final Namespace namespace;

    Encoder(Namespace namespace) {
        this.namespace = namespace;
    }

    /** The event of an entry: envelope and offset. */
    EncodedEvent encode(Entry entry, Presentation presentation, Offset offset) {
        return namespace.encodeJson(
                Envelope.event(entry, presentation), Envelope.json(entry, presentation), quoted(offset));
    }

    /** Where a program stands. With the offset, so that the next replay to a stock client is short, too. */
    EncodedEvent position(UUID program, Position position, Offset offset) {
        return namespace.encodeJson(
                "live:position",
                Json.write(Map.of("programId", program, "position", position)).getBytes(StandardCharsets.UTF_8),
                quoted(offset));
    }

    /** Who else is at a request. Without an offset: it has no place in any history. */
    EncodedEvent presence(RequestRef at, PresentPeople there) {
        return namespace.encode(
                "presence:changed",
                Map.of(
                        "programId", at.program(),
                        "requestId", at.request(),
                        "people", there.people(),
                        "total", there.total()));
    }

    /** An offset has no character that JSON would escape. */
    private static byte[] quoted(Offset offset) {
        return ('"' + offset.text() + '"').getBytes(StandardCharsets.US_ASCII);
    }
}
