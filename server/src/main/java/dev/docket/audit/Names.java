package dev.docket.audit;

import dev.docket.common.Person;
import java.util.Map;
import java.util.UUID;

/** What people call what entries name by id. */
record Names(Map<UUID, AuditEntry.Place> programs, Map<UUID, String> requests, Map<UUID, Person> people) {}
