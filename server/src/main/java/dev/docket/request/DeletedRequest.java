package dev.docket.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.docket.common.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deleted draft that can still be brought back. */
@Schema(name = "DeletedRequest")
record DeletedRequest(
        @JsonUnwrapped RequestView request,
        Person deletedBy,
        Instant deletedAt,

        @Schema(description = "From then on it is gone for good")
        Instant purgedAfter,

        Can can,

        @Schema(description = "Why it cannot be restored now; null if it can") @Nullable
        String cannotRestore) {

    @Schema(name = "DeletedRequestCan")
    record Can(boolean restore) {}
}
