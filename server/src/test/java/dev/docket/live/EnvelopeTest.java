package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.journal.Audience;
import dev.docket.journal.Entry;
import dev.docket.journal.Reader.Presentation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {
    private final Entry entry = TestingEntry.entry(7, Audience.nobody(), TestingEntry.AT);

    @Test
    void carriesTheJournalsDataUntouched() {
        JsonNode envelope = envelope(Presentation.STAFF);

        assertThat(envelope.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly(
                        "id", "seq", "event", "programId", "requestId", "version", "data", "performedBy", "timestamp");
        assertThat(envelope.path("id").asText()).isEqualTo(entry.id().toString());
        assertThat(envelope.path("seq").asLong()).isEqualTo(7);
        assertThat(envelope.path("event").asText()).isEqualTo("request:updated");
        assertThat(envelope.path("version").asLong()).isEqualTo(8);
        assertThat(envelope.path("data").toString()).isEqualTo(entry.data());
        assertThat(envelope.path("performedBy").path("name").asText()).isEqualTo("Ann \"The Boss\" Ödegård");
        assertThat(envelope.path("timestamp").asText()).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void givesClientsTheirPresentation() {
        assertThat(envelope(Presentation.CLIENT).path("data").toString()).isEqualTo(entry.clientData());
    }

    @Test
    void tellsWhoMustForgetOnlyWhat() {
        JsonNode envelope = envelope(Presentation.FORGET);

        assertThat(envelope.path("event").asText()).isEqualTo("request:deleted");
        assertThat(envelope.path("seq").asLong()).isEqualTo(7);
        assertThat(envelope.path("data").toString()).isEqualTo("{\"request\":{\"id\":\"" + entry.requestId() + "\"}}");
    }

    private JsonNode envelope(Presentation presentation) {
        return Json.parse(new String(Envelope.json(entry, presentation), StandardCharsets.UTF_8));
    }
}
