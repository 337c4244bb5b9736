package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class LiveDeliveryTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void sendsWhatRestAnswersToEverybodyConcerned() {
        try (RawSocket manager = ready(program.manager());
                RawSocket client = ready(program.client())) {
            JsonNode request = program.submitted(program.client());

            manager.await("two entries", () -> manager.entries(program.id()).size() == 2);
            client.await("two entries", () -> client.entries(program.id()).size() == 2);
            assertThat(events(manager)).containsExactly("request:created", "request:status_changed");
            JsonNode envelope = manager.entries(program.id()).getLast().data();
            assertThat(envelope.path("requestId")).isEqualTo(request.path("id"));
            assertThat(envelope.path("version").asLong()).isEqualTo(2);
            assertThat(envelope.path("performedBy").path("name").asText())
                    .isEqualTo(program.client().name());
            assertThat(envelope.path("data").path("to").asText()).isEqualTo("submitted");
            assertThat(envelope.path("timestamp").asText()).endsWith("Z");
        }
    }

    @Test
    void showsDraftsOnlyToThoseWhoMaySeeThem() {
        try (RawSocket manager = ready(program.manager());
                RawSocket author = ready(program.teamMember());
                RawSocket other = ready(program.anotherTeamMember());
                RawSocket client = ready(program.client())) {
            JsonNode request = program.draft(program.teamMember());
            program.step(program.teamMember(), request, "submission");

            other.await("an entry", () -> !events(other).isEmpty());
            author.await("both entries", () -> events(author).size() >= 2);
            manager.await("both entries", () -> events(manager).size() >= 2);
            assertThat(events(other)).containsExactly("request:status_changed");
            assertThat(events(author)).contains("request:created", "request:status_changed");
            assertThat(client.entries(program.id())).isEmpty();
        }
    }

    @Test
    void neverShowsAClientWhatOnlyStaffMaySee() {
        program.field(Map.of("key", "margin", "label", "Margin", "type", "number", "visibility", "staff"));
        JsonNode request = program.submitted(program.client());
        try (RawSocket manager = ready(program.manager());
                RawSocket client = ready(program.client())) {
            program.manager()
                    .client()
                    .patch(program.path(request, ""), Map.of("title", "Both see this", "fields", Map.of("margin", 12)))
                    .expect(200);

            JsonNode forStaff = manager.first("request:updated").path("data");
            JsonNode forClient = client.first("request:updated").path("data");
            assertThat(forStaff.path("request").path("fields").path("margin").asInt())
                    .isEqualTo(12);
            assertThat(forStaff.path("changedFields")).hasSize(2);
            assertThat(forClient.path("request").path("title").asText()).isEqualTo("Both see this");
            assertThat(forClient.toString()).doesNotContain("margin");
        }
    }

    @Test
    void tellsThoseWhoLoseSightOfARequestToForgetIt() {
        JsonNode request = program.submitted(program.teamMember());
        try (RawSocket author = ready(program.teamMember());
                RawSocket other = ready(program.anotherTeamMember())) {
            program.teamMember()
                    .client()
                    .delete(program.path(request, "submission"))
                    .expect(200);

            JsonNode forgotten = other.first("request:deleted");
            assertThat(forgotten.path("data").toString())
                    .isEqualTo("{\"request\":{\"id\":" + request.path("id") + "}}");
            JsonNode seen = author.first("request:status_changed");
            assertThat(forgotten.path("seq")).isEqualTo(seen.path("seq"));
            assertThat(forgotten.path("id")).isEqualTo(seen.path("id"));
            assertThat(author.has("request:deleted")).isFalse();
        }
    }

    @Test
    void tellsQuietViewersWhereTheProgramStands() {
        try (RawSocket client = ready(program.client())) {
            JsonNode foreign = program.submitted(program.teamMember());

            server.bean(LiveServer.class).tidy();

            JsonNode position = client.first("live:position");
            assertThat(position.path("programId").asText())
                    .isEqualTo(program.id().toString());
            long start = client.first("live:ready")
                    .path("positions")
                    .path(program.id().toString())
                    .path("seq")
                    .asLong();
            assertThat(position.path("position").path("seq").asLong())
                    .isEqualTo(start + foreign.path("version").asLong());
            assertThat(client.entries(program.id())).isEmpty();
        }
    }

    static List<String> events(RawSocket socket) {
        return socket.received().stream()
                .filter(Received::isEntry)
                .map(Received::event)
                .filter(event -> event.startsWith("request:"))
                .toList();
    }

    static RawSocket ready(Somebody user) {
        return RawSocket.open(server.address(), RawSocket.token(user.token())).ready();
    }
}
