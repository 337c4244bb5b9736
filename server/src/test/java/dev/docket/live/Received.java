package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** One event as a client got it. */
record Received(String event, JsonNode data, String offset) {
    /** Control events belong to the connection, not to the journal. */
    boolean isEntry() {
        return !event.startsWith("live:") && !event.startsWith("presence:");
    }

    UUID program() {
        return UUID.fromString(data.path("programId").asText());
    }

    long seq() {
        return data.path("seq").asLong();
    }
}
