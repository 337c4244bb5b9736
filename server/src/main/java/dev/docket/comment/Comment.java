package dev.docket.comment;

import dev.docket.common.Person;
import java.time.Instant;
import java.util.UUID;

/**
 * Something said on a request.
 *
 * @param internal seen by staff only
 */
record Comment(
        UUID id, UUID programId, UUID requestId, Person author, String body, boolean internal, Instant createdAt) {
    static final int MAX_LENGTH = 5_000;
}
