package dev.docket.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Json;
import dev.docket.journal.EntryHash;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line. A line that differs in any byte from what Docket writes is none. */
final class ExportReader {
    private final InputStream file;
    private final MessageDigest digest = EntryHash.sha256();
    private String digestBefore = "";
    private long number;

    ExportReader(InputStream file) {
        this.file = new BufferedInputStream(file, 1 << 16);
    }

    /** Something that is no line of an export. */
    static final class NotALine extends Exception {
        private static final long serialVersionUID = 1L;

        NotALine(String what) {
            super(what);
        }
    }

    /** The next line; null at the end of the file. */
    @Nullable
    ExportLine next() throws IOException, NotALine {
        byte[] bytes = nextBytes();
        if (bytes.length == 0) {
            return null;
        }
        number++;
        digestBefore = HexFormat.of().formatHex(copy(digest).digest());
        digest.update(bytes);
        ExportLine line = parse(bytes);
        if (!Arrays.equals(bytes, Export.bytes(line))) {
            throw new NotALine("not written as Docket writes it (expected: exactly the bytes of the export)");
        }
        return line;
    }

    /** Of the line read last, from 1. */
    long number() {
        return number;
    }

    /** In hex, of all bytes before the line read last. */
    String digestBefore() {
        return digestBefore;
    }

    private byte[] nextBytes() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        for (int next = file.read(); next >= 0; next = file.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static ExportLine parse(byte[] bytes) throws NotALine {
        try {
            return Json.read(new String(bytes, StandardCharsets.UTF_8), new TypeReference<ExportLine>() {});
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException _) {
            throw new NotALine("cannot be read (expected: a line of an export)");
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }
}
