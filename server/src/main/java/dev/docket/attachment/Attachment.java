package dev.docket.attachment;

import dev.docket.common.Deletion;
import dev.docket.common.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on a request.
 *
 * @param size in bytes
 * @param internal seen by staff only
 * @param storageKey where its bytes are; never leaves the server; null once they were removed
 * @param thumbnail the small picture of it
 * @param deletion of one that is out of sight and may be restored
 */
record Attachment(
        UUID id,
        UUID programId,
        UUID requestId,
        String name,
        long size,
        FileType type,
        boolean internal,
        Person uploadedBy,
        @Nullable String storageKey,
        Thumbnail thumbnail,
        Instant createdAt,
        @Nullable Deletion deletion) {
    /** 25 MB. */
    static final long MAX_SIZE = 25L * 1024 * 1024;

    /**
     * @param storageKey null until somebody asks for it
     * @param failed it can't be made
     */
    record Thumbnail(@Nullable String storageKey, boolean failed) {
        static final Thumbnail NOT_MADE = new Thumbnail(null, false);
    }

    boolean hasThumbnail() {
        return type.isPicture() && !thumbnail.failed();
    }
}
