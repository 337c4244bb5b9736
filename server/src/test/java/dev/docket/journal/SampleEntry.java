package dev.docket.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.common.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Entries for tests of the journal itself, where only their place matters. */
final class SampleEntry {
    private static final Audience STAFF = Audience.of(Audience.Level.STAFF, Set.of(), Set.of());

    private SampleEntry() {}

    /** About to be appended; {@code text} tells it from others. */
    static NewEntry fresh(UUID stream, String text) {
        return new NewEntry(
                stream,
                EventType.REQUEST_UPDATED,
                Ids.next(),
                7L,
                null,
                Ids.next(),
                "Sam Sample",
                STAFF,
                List.of(Change.of("title", "Title", "before", text)),
                JsonNodeFactory.instance.objectNode().put("text", text),
                JsonNodeFactory.instance.objectNode().put("text", "for clients"));
    }

    /** As it came from the database. */
    static Entry numbered(UUID stream, long seq) {
        return new Entry(
                stream,
                seq,
                Ids.next(),
                EventType.REQUEST_UPDATED,
                null,
                null,
                null,
                Ids.next(),
                "Sam Sample",
                STAFF,
                "[]",
                "{}",
                null,
                Instant.EPOCH);
    }
}
