package dev.docket.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.common.Person;
import dev.docket.journal.Entry;
import dev.docket.journal.HistoryEntry.FieldChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as the audit shows it: who, when, where, and every field before and after with its label of then. */
record AuditEntry(
        UUID id,
        @Schema(description = "Its number in the stream") long seq,
        String event,

        @Schema(description = "Null: users and settings of the installation") @Nullable
        Place program,

        @Nullable RequestName request,
        Person actor,

        @Schema(description = "The user whom the entry is about, by today's name") @Nullable
        Person subject,

        List<FieldChange> changes,

        @Schema(description = "What the event carried for staff")
        JsonNode data,

        Instant timestamp) {

    @Schema(name = "AuditProgram")
    record Place(UUID id, String key, String name) {}

    /** @param key null for a request that is no more */
    @Schema(name = "AuditRequest")
    record RequestName(UUID id, @Nullable String key) {}

    static AuditEntry of(Entry entry, Names names) {
        UUID request = entry.requestId();
        UUID subject = entry.subjectId();
        return new AuditEntry(
                entry.id(),
                entry.seq(),
                entry.event().wireName(),
                names.programs().get(entry.stream()),
                request == null
                        ? null
                        : new RequestName(request, names.requests().get(request)),
                new Person(entry.actorId(), entry.actorName()),
                subject == null ? null : names.people().get(subject),
                entry.changeList().stream()
                        .map(change -> new FieldChange(change.field(), change.label(), change.before(), change.after()))
                        .toList(),
                Json.parse(entry.data()),
                entry.at());
    }
}
