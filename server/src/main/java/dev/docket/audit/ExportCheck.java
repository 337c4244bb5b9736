package dev.docket.audit;

import dev.docket.audit.Finding.Kind;
import dev.docket.journal.EntryHash;
import dev.docket.journal.WholeJournal.Head;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proves an export from itself alone, and against heads that were kept elsewhere; stops at the first thing that is wrong. */
final class ExportCheck {
    private static final HexFormat HEX = HexFormat.of();

    private final ExportReader file;
    private final KnownHeads known;
    private final List<Head> heads = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private ExportLine.@Nullable Begin begin;
    private ExportLine.@Nullable StreamBegin stream;
    private long seq;
    private String hash = "";
    private long entries;

    private ExportCheck(InputStream file, KnownHeads known) {
        this.file = new ExportReader(file);
        this.known = known;
    }

    /** What a whole and unchanged export holds. */
    record Proof(ExportLine.Begin begin, List<Head> heads, long entries) {}

    /** The first thing that is wrong. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Broken(Finding finding) {
            super(finding.toString());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }

    static Proof prove(InputStream file, KnownHeads known) throws IOException, Broken {
        return new ExportCheck(file, known).prove();
    }

    private Proof prove() throws IOException, Broken {
        if (!(next() instanceof ExportLine.Begin first)) {
            throw broken(Kind.FORM, null, "the line that begins an export is missing");
        }
        begin = first;
        for (ExportLine line = next(); line != null; line = next()) {
            switch (line) {
                case ExportLine.Begin _ -> throw broken(Kind.FORM, null, "a second beginning");
                case ExportLine.StreamBegin next -> {
                    endStream();
                    beginStream(next);
                }
                case ExportLine.Entry entry -> check(entry);
                case ExportLine.End end -> {
                    endStream();
                    checkEnd(first, end);
                    return new Proof(first, heads, entries);
                }
            }
        }
        throw broken(Kind.FORM, seq + 1, "the file was cut off here (expected: a line of the kind end)");
    }

    private void beginStream(ExportLine.StreamBegin next) throws Broken {
        UUID id = next.last().stream();
        boolean fits = next.after().stream().equals(id)
                && next.after().epoch().equals(next.last().epoch())
                && next.after().seq() <= next.last().seq()
                && (next.after().seq() > 0 || next.after().hash().isEmpty());
        stream = next;
        seq = next.after().seq();
        hash = next.after().hash();
        if (!fits || !seen.add(id)) {
            throw broken(Kind.FORM, null, "the stream begins twice, or not where it says");
        }
        Head kept = known.byStream().get(id);
        if (kept != null && !kept.epoch().equals(next.last().epoch())) {
            throw broken(
                    Kind.HEADS,
                    null,
                    "its history was replaced: epoch " + next.last().epoch() + " (expected: " + kept.epoch() + ")");
        }
        compareWithKept();
    }

    private void check(ExportLine.Entry entry) throws IOException, Broken {
        UUID id = stream == null ? null : stream.last().stream();
        if (!entry.content().stream().equals(id)) {
            stream = null;
            throw new Broken(new Finding(
                    Kind.ORDER,
                    file.number(),
                    entry.content().stream(),
                    entry.seq(),
                    "it stands among the entries of stream " + id));
        }
        if (entry.seq() <= seq) {
            throw broken(Kind.ORDER, entry.seq(), "it stands after entry " + seq);
        }
        if (entry.seq() > seq + 1) {
            throw missing(entry);
        }
        if (!HEX.formatHex(EntryHash.chained(HEX.parseHex(hash), entry.seq(), entry.content()))
                .equals(entry.hash())) {
            throw broken(Kind.CONTENT, entry.seq(), "what it says does not fit its hash and the entry before");
        }
        seq = entry.seq();
        hash = entry.hash();
        entries++;
        compareWithKept();
    }

    private void compareWithKept() throws Broken {
        Head kept = stream == null ? null : known.byStream().get(stream.last().stream());
        if (kept != null && kept.seq() == seq && !kept.hash().equals(hash)) {
            throw broken(
                    Kind.HEADS,
                    seq,
                    "the history up to here is not the one that was kept: hash " + hash + " (expected: " + kept.hash()
                            + ")");
        }
    }

    /** An entry is not where it belongs: is it further on, or nowhere? */
    private Broken missing(ExportLine.Entry found) throws IOException {
        long wanted = seq + 1;
        long line = file.number();
        Broken gap = broken(
                Kind.GAP,
                wanted,
                found.seq() - 1 == wanted
                        ? "it is missing before entry " + found.seq()
                        : "entries up to " + (found.seq() - 1) + " are missing");
        try {
            for (ExportLine next = file.next(); next instanceof ExportLine.Entry entry; next = file.next()) {
                if (entry.seq() == wanted && entry.content().stream().equals(found.content().stream())) {
                    return new Broken(new Finding(
                            Kind.ORDER,
                            line,
                            entry.content().stream(),
                            wanted,
                            "it stands in line " + file.number() + ", after entry " + found.seq()));
                }
            }
        } catch (ExportReader.NotALine _) {
            return gap;
        }
        return gap;
    }

    private void endStream() throws Broken {
        if (stream == null) {
            return;
        }
        Head last = stream.last();
        if (seq != last.seq()) {
            throw seq < last.seq()
                    ? broken(Kind.TAIL, seq + 1, "entries up to the recorded head " + last.seq() + " are missing")
                    : broken(Kind.ORDER, seq, "it stands after the recorded head " + last.seq());
        }
        if (!hash.equals(last.hash())) {
            throw broken(Kind.TAIL, seq, "its hash is not that of the recorded head");
        }
        Head kept = known.byStream().get(last.stream());
        boolean upToNow = begin != null && begin.to() == null;
        if (kept != null && upToNow && kept.seq() > last.seq()) {
            throw broken(Kind.HEADS, last.seq() + 1, "entries up to the kept head " + kept.seq() + " are missing");
        }
        heads.add(last);
        stream = null;
    }

    private void checkEnd(ExportLine.Begin first, ExportLine.End end) throws IOException, Broken {
        if (!end.sha256().equals(file.digestBefore())) {
            throw broken(
                    Kind.FORM,
                    null,
                    "the lines before are not those that were exported: their SHA-256 is " + file.digestBefore()
                            + " (expected: " + end.sha256() + ")");
        }
        if (end.entries() != entries || !end.heads().equals(heads)) {
            throw broken(Kind.FORM, null, "the end does not fit the streams and entries before it");
        }
        for (Head kept : known.byStream().values()) {
            if (first.isWhole() && !seen.contains(kept.stream())) {
                throw new Broken(new Finding(
                        Kind.HEADS, file.number(), kept.stream(), 1L, "the stream was kept and is missing here"));
            }
        }
        if (next() != null) {
            throw broken(Kind.FORM, null, "the file goes on after its end");
        }
    }

    private @Nullable ExportLine next() throws IOException, Broken {
        try {
            return file.next();
        } catch (ExportReader.NotALine e) {
            throw broken(Kind.FORM, seq + 1, String.valueOf(e.getMessage()));
        }
    }

    private Broken broken(Kind kind, @Nullable Long entry, String what) {
        UUID id = stream == null ? null : stream.last().stream();
        return new Broken(new Finding(kind, file.number(), id, id == null ? null : entry, what));
    }
}
