package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program as events speak it and REST begins with. Clients get neither limits, due rule nor staff-only fields. */
@OpenAPIExtraSchema // no answer is only this, events are
@Schema(name = "ProgramSummary")
public record ProgramView(
        UUID id,

        @Schema(description = "What the keys of its requests begin with", example = "OPS")
        String key,

        String name,
        String description,
        ProgramStatus status,
        boolean allowClientSubmission,
        boolean requireApproval,

        @Schema(description = "A request is completed only with every item of every checklist checked")
        boolean requireCompleteChecklists,

        @Schema(description = "First day on which requests are taken; null: from ever") @Nullable
        LocalDate startDate,

        @Schema(description = "Last day on which requests are taken; null: for ever") @Nullable
        LocalDate endDate,

        @Schema(description = "In which the program's days begin and end", example = "Europe/Berlin")
        String timeZone,

        @Nullable ComplianceType complianceType,
        @JsonUnwrapped @Nullable StaffSettings staffSettings,
        List<FieldDefinition> fields,
        long version,
        Instant createdAt) {

    /** What clients are not told: these properties are then absent. */
    public record StaffSettings(
            @Schema(description = "For staff; null: no limit") @Nullable
            Integer maxActiveRequests,

            @Schema(description = "For staff; null: no limit") @Nullable
            Integer maxActiveRequestsPerUser,

            @Schema(description = "For staff", requiredMode = RequiredMode.NOT_REQUIRED)
            boolean dueRuleEnabled,

            @Schema(description = "For staff; days from submission to due date") @Nullable
            Integer dueOffsetDays,

            @Schema(description = "For staff; key of the date field that counts instead") @Nullable
            String dueDateField) {}

    static ProgramView of(ProgramAccess access) {
        return access.viewer().isStaff() ? forStaff(access.program()) : forClients(access.program());
    }

    static ProgramView forStaff(Program program) {
        StaffSettings settings = new StaffSettings(
                program.maxActiveRequests(),
                program.maxActiveRequestsPerUser(),
                program.dueRule().enabled(),
                program.dueRule().offsetDays(),
                program.dueRule().dateField());
        return of(program, settings, program.fields(), program.version());
    }

    static ProgramView forClients(Program program) {
        return forClients(program, program.version());
    }

    /** Whether clients see a difference between the two, the version aside. */
    static boolean clientsSeeDifference(Program one, Program other) {
        return !forClients(one, 0).equals(forClients(other, 0));
    }

    private static ProgramView forClients(Program program, long version) {
        List<FieldDefinition> fields =
                program.fields().stream().filter(field -> !field.staffOnly()).toList();
        return of(program, null, fields, version);
    }

    private static ProgramView of(
            Program program, @Nullable StaffSettings settings, List<FieldDefinition> fields, long version) {
        return new ProgramView(
                program.id(),
                program.key(),
                program.name(),
                program.description(),
                program.status(),
                program.allowClientSubmission(),
                program.requireApproval(),
                program.requireCompleteChecklists(),
                program.window().start(),
                program.window().end(),
                program.window().timeZone().getId(),
                program.complianceType(),
                settings,
                fields,
                version,
                program.createdAt());
    }
}
