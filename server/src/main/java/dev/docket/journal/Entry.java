package dev.docket.journal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One committed fact of a stream. {@code seq} grows by exactly one from entry to entry, in commit order. {@code changes},
 * {@code data} and {@code clientData} are JSON texts, byte for byte as they were hashed.
 */
public record Entry(
        UUID stream,
        long seq,
        UUID id,
        EventType event,
        @Nullable UUID requestId,
        @Nullable Long version,
        @Nullable UUID subjectId,
        UUID actorId,
        String actorName,
        Audience audience,
        String changes,
        String data,
        @Nullable String clientData,
        Instant at) {

    public List<Change> changeList() {
        return Json.read(changes, new TypeReference<>() {});
    }
}
