package dev.docket.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the audit. It stays where it is while others write: nothing comes twice, nothing is left out. */
record AuditPage(
        List<AuditEntry> data,

        @Schema(description = "What to send as before for the part that follows; null at the end") @Nullable
        String next) {}
