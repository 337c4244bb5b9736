package dev.docket.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A link to set a new password, told once. */
record PasswordResetLink(
        @Schema(description = "For the user alone; good once. The token stands after the #, so that no server logs it")
        String link,

        Instant expiresAt) {
    @Override
    public String toString() {
        return "PasswordResetLink[expiresAt=" + expiresAt + "]";
    }
}
