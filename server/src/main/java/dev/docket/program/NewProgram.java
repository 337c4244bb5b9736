package dev.docket.program;

import dev.docket.common.Text;
import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a new program is made of. {@code key}: made from the name if left out. */
public record NewProgram(
        @Schema(requiredMode = RequiredMode.REQUIRED)
        @Size(min = ProgramSettings.MIN_NAME, max = ProgramSettings.MAX_NAME)
        @Nullable
        String name,

        @Pattern(regexp = ProgramKey.PATTERN) @Nullable String key,

        @Size(max = ProgramSettings.MAX_DESCRIPTION) @Nullable
        String description,

        @Nullable Boolean allowClientSubmission,
        @Nullable Boolean requireApproval,
        @Min(1) @Max(ProgramSettings.MAX_LIMIT) @Nullable Integer maxActiveRequests,
        @Min(1) @Max(ProgramSettings.MAX_LIMIT) @Nullable Integer maxActiveRequestsPerUser) {

    /** Clients file nothing and approval is required, unless said otherwise. */
    ProgramSettings settings(Violations violations) {
        return new ProgramSettings(
                Text.line(violations, "name", name, ProgramSettings.MIN_NAME, ProgramSettings.MAX_NAME),
                Text.block(violations, "description", description, 0, ProgramSettings.MAX_DESCRIPTION),
                ProgramStatus.ACTIVE,
                allowClientSubmission != null && allowClientSubmission,
                requireApproval == null || requireApproval,
                ProgramSettings.limit(violations, "maxActiveRequests", maxActiveRequests),
                ProgramSettings.limit(violations, "maxActiveRequestsPerUser", maxActiveRequestsPerUser));
    }
}
