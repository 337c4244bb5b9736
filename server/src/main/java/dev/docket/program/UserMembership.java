package dev.docket.program;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** One of a user's memberships, seen from the user. */
record UserMembership(ProgramReference program, ProgramRole role, Instant addedAt) {
    /** A program by its names. */
    @Schema(name = "ProgramReference")
    record ProgramReference(UUID id, String key, String name, ProgramStatus status) {}
}
