package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program as events speak it and REST begins with. Clients get neither limits nor staff-only fields. */
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

        @Schema(description = "For staff; absent: no limit") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer maxActiveRequests,

        @Schema(description = "For staff; absent: no limit") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Integer maxActiveRequestsPerUser,

        List<FieldDefinition> fields,
        long version,
        Instant createdAt) {

    static ProgramView of(ProgramAccess access) {
        return access.viewer().isStaff() ? forStaff(access.program()) : forClients(access.program());
    }

    static ProgramView forStaff(Program program) {
        return of(program, program.maxActiveRequests(), program.maxActiveRequestsPerUser(), program.fields());
    }

    static ProgramView forClients(Program program) {
        return of(
                program,
                null,
                null,
                program.fields().stream().filter(field -> !field.staffOnly()).toList());
    }

    /** Whether the two differ in more than the version. */
    boolean showsSomethingElseThan(ProgramView other) {
        return !withVersion(0).equals(other.withVersion(0));
    }

    private ProgramView withVersion(long other) {
        return new ProgramView(
                id,
                key,
                name,
                description,
                status,
                allowClientSubmission,
                requireApproval,
                maxActiveRequests,
                maxActiveRequestsPerUser,
                fields,
                other,
                createdAt);
    }

    private static ProgramView of(
            Program program,
            @Nullable Integer maxActiveRequests,
            @Nullable Integer maxActiveRequestsPerUser,
            List<FieldDefinition> fields) {
        return new ProgramView(
                program.id(),
                program.key(),
                program.name(),
                program.description(),
                program.status(),
                program.allowClientSubmission(),
                program.requireApproval(),
                maxActiveRequests,
                maxActiveRequestsPerUser,
                fields,
                program.version(),
                program.createdAt());
    }
}
