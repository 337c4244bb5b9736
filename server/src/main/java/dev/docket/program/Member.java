package dev.docket.program;

import dev.docket.common.Person;
import dev.docket.identity.Role;
import java.time.Instant;

/**
 * Somebody's membership in a program.
 *
 * @param active whether the user may log in at all
 */
public record Member(Person user, String email, ProgramRole role, Role globalRole, boolean active, Instant addedAt) {}
