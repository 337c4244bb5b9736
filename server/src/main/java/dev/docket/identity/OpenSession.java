package dev.docket.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A log-in that has not ended, as its owner recognises it. */
record OpenSession(
        UUID id,
        Instant createdAt,

        @Schema(description = "When it last got an access token; so up to a quarter of an hour ago while it is in use")
        Instant lastUsedAt,

        @Schema(description = "What the client says that it is, shortened", example = "Firefox on Linux")
        String device,

        @Schema(description = "From where it was last used", example = "192.0.2.17")
        String address,

        @Schema(description = "Whether the request that asks belongs to it")
        boolean current) {}
