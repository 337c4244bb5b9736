package dev.docket.live;

import java.util.UUID;

/** A request, named as everywhere by its program and its id. */
record RequestRef(UUID program, UUID request) {}
