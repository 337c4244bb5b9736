package dev.docket.program;

import java.util.UUID;

/** One program that a user may see, and with which role. */
public record ProgramSight(UUID programId, ProgramRole role) {}
