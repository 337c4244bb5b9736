package dev.docket.program;

import dev.docket.common.Given;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** A partial change of a program's settings: what is not named stays. A limit of null means none. */
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
        Given<Integer> maxActiveRequestsPerUser) {

    ProgramSettings applyTo(ProgramSettings before, Violations violations) {
        return new ProgramSettings(
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
                limit(violations, "maxActiveRequests", maxActiveRequests, before.maxActiveRequests()),
                limit(
                        violations,
                        "maxActiveRequestsPerUser",
                        maxActiveRequestsPerUser,
                        before.maxActiveRequestsPerUser()));
    }

    private static @Nullable Integer limit(
            Violations violations, String path, Given<Integer> given, @Nullable Integer before) {
        return given.named() ? ProgramSettings.limit(violations, path, given.value()) : before;
    }
}
