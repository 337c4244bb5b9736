package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.journal.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code {<programId>: {epoch, seq}}}, as a client tells it. */
final class ToldPositions {
    private ToldPositions() {}

    /** Empty if it tells nothing; what makes no sense counts as another history, so that the client loads anew. */
    static Optional<Map<UUID, Position>> parse(JsonNode told) {
        if (!told.isObject()) {
            return Optional.empty();
        }
        Map<UUID, Position> positions = new HashMap<>();
        told.properties()
                .forEach(program ->
                        id(program.getKey()).ifPresent(id -> positions.put(id, position(program.getValue()))));
        return Optional.of(positions);
    }

    private static Position position(JsonNode node) {
        JsonNode seq = node.path("seq");
        return id(node.path("epoch").asText())
                .filter(_ -> seq.canConvertToExactIntegral() && seq.canConvertToLong() && seq.longValue() >= 0)
                .map(epoch -> new Position(epoch, seq.longValue()))
                .orElseGet(() -> new Position(new UUID(0, 0), 0));
    }

    static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
