package dev.docket.attachment;

import dev.docket.common.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * A file on a request.
 *
 * @param size in bytes
 * @param internal seen by staff only
 * @param storageKey where its bytes are; never leaves the server
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
        String storageKey,
        Instant createdAt) {
    /** 25 MB. */
    static final long MAX_SIZE = 25L * 1024 * 1024;
}
