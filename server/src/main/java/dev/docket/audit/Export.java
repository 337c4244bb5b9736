package dev.docket.audit;

import dev.docket.common.Json;
import dev.docket.journal.EntryHash;
import dev.docket.journal.WholeJournal;
import dev.docket.journal.WholeJournal.Head;
import dev.docket.journal.WholeJournal.Sealed;
import dev.docket.journal.WholeJournal.Stretch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export, some at a time. The heads were read at once; the entries up to them never change, so they are read
 * page by page, each in a short transaction of its own: a slow download holds neither a connection nor a snapshot.
 */
final class Export {
    private static final int PAGE = 200;

    private final WholeJournal journal;
    private final ExportLine.Begin begin;
    private final List<Stretch> stretches;
    private final Iterator<Stretch> toCome;
    private final Map<UUID, AuditEntry.Place> places;
    private final MessageDigest digest = EntryHash.sha256();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private @Nullable Stretch current;
    private long at;
    private long entries;
    private boolean begun;
    private boolean ended;

    Export(WholeJournal journal, ExportLine.Begin begin, List<Stretch> stretches, Map<UUID, AuditEntry.Place> places) {
        this.journal = journal;
        this.begin = begin;
        this.stretches = stretches;
        this.toCome = stretches.iterator();
        this.places = places;
    }

    ExportLine.Begin begin() {
        return begin;
    }

    /** Some more lines; null at the end. */
    byte @Nullable [] next() {
        if (ended) {
            return null;
        }
        lines.reset();
        if (!begun) {
            begun = true;
            add(begin);
        }
        Stretch stretch = current;
        if (stretch != null) {
            addEntries(stretch);
        } else if (toCome.hasNext()) {
            beginStream(toCome.next());
        } else {
            end();
        }
        return lines.toByteArray();
    }

    private void beginStream(Stretch stretch) {
        AuditEntry.Place place = places.get(stretch.last().stream());
        add(new ExportLine.StreamBegin(place == null ? null : place.key(), stretch.after(), stretch.last()));
        current = stretch;
        at = stretch.after().seq();
    }

    private void addEntries(Stretch stretch) {
        Head last = stretch.last();
        List<Sealed> page = at < last.seq() ? journal.sealed(last.stream(), at, last.seq(), PAGE) : List.of();
        for (Sealed entry : page) {
            add(new ExportLine.Entry(entry.seq(), entry.content(), entry.hash()));
            entries++;
            at = entry.seq();
        }
        if (page.size() < PAGE) {
            current = null;
        }
    }

    private void end() {
        ended = true;
        List<Head> heads = stretches.stream().map(Stretch::last).toList();
        add(new ExportLine.End(entries, heads, HexFormat.of().formatHex(digest.digest())));
    }

    private void add(ExportLine line) {
        byte[] bytes = bytes(line);
        digest.update(bytes);
        lines.writeBytes(bytes);
    }

    /** The one way to write a line: what differs from it in a single byte is not what was exported. */
    static byte[] bytes(ExportLine line) {
        return (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
