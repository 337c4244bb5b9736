package dev.docket.attachment;

import dev.docket.common.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a file: {@code length} bytes from {@code from} on. */
record ByteRange(long from, long length) {
    private static final Pattern ONE = Pattern.compile("(?i)bytes=[ \\t]*([0-9]{0,18})-([0-9]{0,18})[ \\t]*");

    /**
     * What the header {@code Range} (RFC 9110 section 14.2) asks for. Several ranges, other units and what is no range are
     * answered with the whole file, as the RFC allows.
     *
     * @return null for the whole file
     * @throws Problem 416 if the range begins behind the end
     */
    static @Nullable ByteRange of(@Nullable String header, long size) {
        Matcher range = header == null ? null : ONE.matcher(header);
        if (range == null || !range.matches()) {
            return null;
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? null : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (from >= size) {
            throw Problem.rangeNotSatisfiable(size);
        }
        return to < from ? null : new ByteRange(from, to - from + 1);
    }

    static ByteRange all(long size) {
        return new ByteRange(0, size);
    }

    /** {@code Content-Range} of an answer with this part. */
    String toHeader(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }

    private static ByteRange suffix(long wanted, long size) {
        if (wanted == 0) {
            throw Problem.rangeNotSatisfiable(size);
        }
        long length = Math.min(wanted, size);
        return new ByteRange(size - length, length);
    }
}
