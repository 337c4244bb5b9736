package dev.docket.audit;

import java.io.InputStream;
import java.util.Objects;

/** An export as bytes, made while it is read. */
final class ExportStream extends InputStream {
    private final Export export;
    private byte[] lines = {};
    private int read;
    private boolean ended;

    ExportStream(Export export) {
        this.export = export;
    }

    @Override
    public int read() {
        return hasMore() ? lines[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, lines.length - read);
        System.arraycopy(lines, read, into, offset, count);
        read += count;
        return count;
    }

    private boolean hasMore() {
        while (read == lines.length && !ended) {
            byte[] next = export.next();
            ended = next == null;
            lines = next == null ? new byte[0] : next;
            read = 0;
        }
        return read < lines.length;
    }
}
