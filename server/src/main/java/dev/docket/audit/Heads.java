package dev.docket.audit;

import dev.docket.journal.WholeJournal.Head;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Where every stream stood, at one moment. Kept elsewhere it proves later what had been written by then. */
@Schema(name = "AuditHeads")
record Heads(Instant at, List<Head> heads) {}
