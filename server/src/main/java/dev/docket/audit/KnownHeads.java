package dev.docket.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.journal.WholeJournal.Head;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Heads that were kept elsewhere: what the journal must contain, unless somebody wrote it anew. */
record KnownHeads(Map<UUID, Head> byStream) {
    static final KnownHeads NONE = new KnownHeads(Map.of());

    /** @param text the answer of {@code GET /api/v1/audit/heads}, or the last line of an earlier export */
    static Optional<KnownHeads> parse(String text) {
        try {
            JsonNode heads = Json.parse(text).path("heads");
            if (!heads.isArray()) {
                return Optional.empty();
            }
            List<Head> all = Json.read(heads.toString(), new TypeReference<>() {});
            return Optional.of(new KnownHeads(
                    all.stream().collect(Collectors.toMap(Head::stream, head -> head, (_, last) -> last))));
        } catch (java.io.UncheckedIOException _) {
            return Optional.empty();
        }
    }
}
