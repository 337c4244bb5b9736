package dev.docket.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.common.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as history and activity pages show it. {@code data} is what went over the wire; {@code requestKey} what people
 * call the request: {@code OPS-12}.
 */
public record HistoryEntry(
        UUID id,
        long seq,
        String event,
        @Nullable UUID requestId,
        @Nullable String requestKey,
        Person actor,
        List<FieldChange> changes,
        JsonNode data,
        Instant timestamp) {

    /** One field, with its label as of then. */
    public record FieldChange(String field, String label, JsonNode before, JsonNode after) {}

    /** {@code entry} for {@code reader}: a client gets the client presentation and no change of a staff-only field. */
    public static HistoryEntry of(Entry entry, Reader reader, @Nullable String requestKey) {
        boolean client = reader.sight() == Reader.Sight.CLIENT;
        String data = client && entry.clientData() != null ? entry.clientData() : client ? "{}" : entry.data();
        return new HistoryEntry(
                entry.id(),
                entry.seq(),
                entry.event().wireName(),
                entry.requestId(),
                requestKey,
                new Person(entry.actorId(), entry.actorName()),
                entry.changeList().stream()
                        .filter(change -> !client || !change.staffOnly())
                        .map(change -> new FieldChange(change.field(), change.label(), change.before(), change.after()))
                        .toList(),
                Json.parse(data),
                entry.at());
    }

    /** The same entry, showing less. */
    public HistoryEntry with(List<FieldChange> lessChanges, JsonNode lessData) {
        return new HistoryEntry(id, seq, event, requestId, requestKey, actor, lessChanges, lessData, timestamp);
    }
}
