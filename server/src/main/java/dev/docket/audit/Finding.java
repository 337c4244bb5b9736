package dev.docket.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an export is not what Docket wrote.
 *
 * @param stream null: it is about no entry
 * @param seq the first entry concerned
 */
record Finding(
        Kind kind,
        long line,
        @Nullable UUID stream,
        @Nullable Long seq,
        String what) {
    enum Kind {
        /** The entry, or its hash, is another than the one that was written. */
        CONTENT,
        /** The entry stands where another belongs. */
        ORDER,
        /** Entries are missing before one that is there. */
        GAP,
        /** Entries are missing up to the recorded head. */
        TAIL,
        /** The line is none of an export, or stands where it may not; or the file was cut off. */
        FORM,
        /** It contradicts heads that were kept elsewhere. */
        HEADS
    }

    @Override
    public String toString() {
        String place = stream == null ? "" : "stream " + stream + (seq == null ? "" : ", entry " + seq) + ": ";
        return "line " + line + ": " + place + kind.name().toLowerCase(java.util.Locale.ROOT) + ": " + what;
    }
}
