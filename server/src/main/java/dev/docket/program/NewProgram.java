package dev.docket.program;

import dev.docket.common.Text;
import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new program is made of. {@code key}: made from the name if left out. It has no date field yet to be due on. */
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
        @Nullable Boolean requireCompleteChecklists,
        @Min(1) @Max(ProgramSettings.MAX_LIMIT) @Nullable Integer maxActiveRequests,
        @Min(1) @Max(ProgramSettings.MAX_LIMIT) @Nullable Integer maxActiveRequestsPerUser,
        @Schema(format = "date") @Nullable String startDate,
        @Schema(format = "date") @Nullable String endDate,

        @Schema(example = "Europe/Berlin", defaultValue = "UTC") @Nullable
        String timeZone,

        @Nullable Boolean dueRuleEnabled,
        @Min(1) @Max(DueRule.MAX_OFFSET_DAYS) @Nullable Integer dueOffsetDays,
        @Nullable ComplianceType complianceType) {

    /** Open at any time, without due rule and compliance. */
    public static NewProgram simple(
            String name,
            @Nullable String key,
            String description,
            boolean allowClientSubmission,
            boolean requireApproval,
            @Nullable Integer maxActiveRequests,
            @Nullable Integer maxActiveRequestsPerUser) {
        return new NewProgram(
                name,
                key,
                description,
                allowClientSubmission,
                requireApproval,
                null,
                maxActiveRequests,
                maxActiveRequestsPerUser,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Clients file nothing and approval is required, unless said otherwise. */
    ProgramSettings settings(Violations violations) {
        ProgramSettings settings = new ProgramSettings(
                Text.line(violations, "name", name, ProgramSettings.MIN_NAME, ProgramSettings.MAX_NAME),
                Text.block(violations, "description", description, 0, ProgramSettings.MAX_DESCRIPTION),
                ProgramStatus.ACTIVE,
                allowClientSubmission != null && allowClientSubmission,
                requireApproval == null || requireApproval,
                requireCompleteChecklists != null && requireCompleteChecklists,
                SettingInput.limit(violations, "maxActiveRequests", maxActiveRequests),
                SettingInput.limit(violations, "maxActiveRequestsPerUser", maxActiveRequestsPerUser),
                new TimeWindow(
                        SettingInput.day(violations, "startDate", startDate),
                        SettingInput.day(violations, "endDate", endDate),
                        timeZone == null ? TimeWindow.DEFAULT_TIME_ZONE : SettingInput.timeZone(violations, timeZone)),
                new DueRule(
                        dueRuleEnabled != null && dueRuleEnabled,
                        SettingInput.offsetDays(violations, dueOffsetDays),
                        null),
                complianceType);
        settings.check(violations, List.of());
        return settings;
    }
}
