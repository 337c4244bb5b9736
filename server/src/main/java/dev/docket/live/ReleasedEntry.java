package dev.docket.live;

import dev.docket.journal.Entry;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import dev.docket.socketio.EncodedEvent;
import java.util.EnumMap;
import java.util.Map;

/** An entry on its way to sockets. Each presentation is encoded at most once, when somebody needs it. Thread-safe. */
final class ReleasedEntry {
    private static final int OVERHEAD = 1_000;

    private final Entry entry;
    private final Offset offset;
    private final Encoder encoder;
    private final Map<Presentation, EncodedEvent> encodings = new EnumMap<>(Presentation.class);

    /** @param offset what a client has received who has received this, see {@link Offset} */
    ReleasedEntry(Entry entry, Offset offset, Encoder encoder) {
        this.entry = entry;
        this.offset = offset;
        this.encoder = encoder;
    }

    Entry entry() {
        return entry;
    }

    Offset offset() {
        return offset;
    }

    /** What {@code reader} may get of it. */
    Presentation presentationFor(Reader reader) {
        Presentation presentation = reader.presentationOf(entry.audience());
        boolean nothingToShow = (presentation == Presentation.CLIENT && entry.clientData() == null)
                || (presentation == Presentation.FORGET && entry.requestId() == null);
        return nothingToShow ? Presentation.NOTHING : presentation;
    }

    long seq() {
        return entry.seq();
    }

    synchronized EncodedEvent encoded(Presentation presentation) {
        return encodings.computeIfAbsent(presentation, wanted -> encoder.encode(entry, wanted, offset));
    }

    /** Memory that it takes at most, in bytes, all encodings included: for bounds. */
    long size() {
        long texts = (long) entry.data().length()
                + entry.changes().length()
                + (entry.clientData() == null ? 0 : entry.clientData().length());
        return OVERHEAD + 2 * texts;
    }
}
