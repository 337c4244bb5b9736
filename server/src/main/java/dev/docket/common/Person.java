package dev.docket.common;

import java.util.UUID;

/** Somebody, as everybody may see them: no e-mail, no role. */
public record Person(UUID id, String name) {}
