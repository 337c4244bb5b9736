package dev.docket.program;

/** A program that somebody may see, and as whom. Who holds one has passed the 404. */
public record ProgramAccess(Program program, Viewer viewer) {}
