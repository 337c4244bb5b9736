package dev.docket.program;

import dev.docket.common.Given;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * A partial change of a program's settings: what is not named stays. A limit, a date, a field or a compliance type of null
 * means none. {@code version}: the one that the author had seen.
 */
public record ProgramEdit(
        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                minLength = ProgramSettings.MIN_NAME,
                maxLength = ProgramSettings.MAX_NAME)
        Given<String> name,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                maxLength = ProgramSettings.MAX_DESCRIPTION)
        Given<String> description,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = ProgramStatus.class)
        Given<ProgramStatus> status,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Boolean.class)
        Given<Boolean> allowClientSubmission,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Boolean.class)
        Given<Boolean> requireApproval,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Boolean.class)
        Given<Boolean> requireCompleteChecklists,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = Integer.class,
                minimum = "1",
                maximum = "1000000",
                nullable = true)
        Given<Integer> maxActiveRequests,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = Integer.class,
                minimum = "1",
                maximum = "1000000",
                nullable = true)
        Given<Integer> maxActiveRequestsPerUser,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                format = "date",
                nullable = true)
        Given<String> startDate,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                format = "date",
                nullable = true)
        Given<String> endDate,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = String.class, example = "Europe/Berlin")
        Given<String> timeZone,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Boolean.class)
        Given<Boolean> dueRuleEnabled,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = Integer.class,
                minimum = "1",
                maximum = "365",
                nullable = true)
        Given<Integer> dueOffsetDays,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                description = "The key of a date field whose value counts instead of the offset",
                nullable = true)
        Given<String> dueDateField,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = ComplianceType.class, nullable = true)
        Given<ComplianceType> complianceType,

        @Nullable Long version) {

    /** The settings that the program has with this edit. */
    ProgramSettings applyTo(Program program, Violations violations) {
        ProgramSettings before = ProgramSettings.of(program);
        ProgramSettings after = new ProgramSettings(
                name.named()
                        ? Text.line(
                                violations, "name", name.value(), ProgramSettings.MIN_NAME, ProgramSettings.MAX_NAME)
                        : before.name(),
                description.named()
                        ? Text.block(violations, "description", description.value(), 0, ProgramSettings.MAX_DESCRIPTION)
                        : before.description(),
                status.orElse(violations, "status", before.status()),
                allowClientSubmission.orElse(violations, "allowClientSubmission", before.allowClientSubmission()),
                requireApproval.orElse(violations, "requireApproval", before.requireApproval()),
                requireCompleteChecklists.orElse(
                        violations, "requireCompleteChecklists", before.requireCompleteChecklists()),
                or(
                        maxActiveRequests,
                        before.maxActiveRequests(),
                        given -> SettingInput.limit(violations, "maxActiveRequests", given)),
                or(
                        maxActiveRequestsPerUser,
                        before.maxActiveRequestsPerUser(),
                        given -> SettingInput.limit(violations, "maxActiveRequestsPerUser", given)),
                window(before.window(), violations),
                dueRule(before.dueRule(), violations),
                or(complianceType, before.complianceType(), given -> given));
        after.check(violations, program.fields());
        return after;
    }

    private TimeWindow window(TimeWindow before, Violations violations) {
        String zone = timeZone.orElse(violations, "timeZone", before.timeZone().getId());
        return new TimeWindow(
                or(startDate, before.start(), given -> SettingInput.day(violations, "startDate", given)),
                or(endDate, before.end(), given -> SettingInput.day(violations, "endDate", given)),
                SettingInput.timeZone(violations, zone));
    }

    private DueRule dueRule(DueRule before, Violations violations) {
        return new DueRule(
                dueRuleEnabled.orElse(violations, "dueRuleEnabled", before.enabled()),
                or(dueOffsetDays, before.offsetDays(), given -> SettingInput.offsetDays(violations, given)),
                or(dueDateField, before.dateField(), given -> given));
    }

    @FunctionalInterface
    private interface Reading<G, V> {
        @Nullable
        V read(@Nullable G given);
    }

    private static <G, V> @Nullable V or(Given<G> given, @Nullable V before, Reading<G, V> reading) {
        return given.named() ? reading.read(given.value()) : before;
    }
}
