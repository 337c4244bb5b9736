package dev.docket.program;

import dev.docket.common.Person;

/** How many active requests of a program one person created. */
public record CreatorUsage(Person creator, int active) {}
