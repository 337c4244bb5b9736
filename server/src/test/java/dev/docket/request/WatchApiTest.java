package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Reader;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class WatchApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody teamMember = program.teamMember();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void creatorAssigneeAndCommentersWatchWithoutSayingSo() {
        JsonNode request = program.submitted(client);
        program.assign(request, teamMember);
        assertThat(watchers(request)).containsExactlyInAnyOrder(client.name(), teamMember.name());

        manager.client()
                .post(program.path(request, "comments"), Map.of("body", "Hello"))
                .expect(201);

        assertThat(watchers(request)).containsExactlyInAnyOrder(client.name(), teamMember.name(), manager.name());
        assertThat(watching(client, request)).isTrue();
    }

    @Test
    void whoeverSaysNoIsNotAddedAgain() {
        JsonNode request = program.submitted(client);
        client.client().delete(program.path(request, "watch")).expect(204);
        client.client()
                .post(program.path(request, "comments"), Map.of("body", "Still there"))
                .expect(201);

        assertThat(watching(client, request)).isFalse();
        assertThat(watchers(request)).isEmpty();

        client.client().put(program.path(request, "watch"), Map.of()).expect(204);
        assertThat(watching(client, request)).isTrue();
    }

    @Test
    void changesNothingForOthers() {
        JsonNode request = program.submitted(client);
        manager.client().put(program.path(request, "watch"), Map.of()).expect(204);
        manager.client().put(program.path(request, "watch"), Map.of()).expect(204);

        assertThat(program.get(client, request).path("version").asLong()).isEqualTo(2);
        assertThat(received(manager, Reader.Sight.MANAGER)).containsOnlyOnce("request:watched");
        assertThat(received(teamMember, Reader.Sight.TEAM_MEMBER)).doesNotContain("request:watched");
        assertThat(received(client, Reader.Sight.CLIENT)).doesNotContain("request:watched");
        for (Somebody viewer : List.of(manager, client)) {
            assertThat(viewer.client().get(program.path(request, "history")).text())
                    .doesNotContain("request:watched");
        }
    }

    @Test
    void listsOnlyThoseWhoStillSeeIt() {
        JsonNode request = program.submitted(client);
        Somebody participant = program.anotherClient();
        program.share(request, participant);
        participant.client().put(program.path(request, "watch"), Map.of()).expect(204);
        teamMember.client().put(program.path(request, "watch"), Map.of()).expect(204);
        assertThat(watchers(request)).contains(participant.name(), teamMember.name());

        client.client()
                .delete(program.path(request, "participants/" + participant.id()))
                .expect(204);
        manager.client().delete(program.path("members/" + teamMember.id())).expect(204);

        assertThat(watchers(request)).containsExactly(client.name());
    }

    private boolean watching(Somebody viewer, JsonNode request) {
        return program.get(viewer, request).path("watching").asBoolean();
    }

    private List<String> watchers(JsonNode request) {
        JsonNode page = manager.client()
                .get(program.path(request, "watchers"))
                .expect(200)
                .body();
        List<String> names = page.path("data").findValuesAsText("name");
        assertThat(page.path("pagination").path("total").asInt()).isEqualTo(names.size());
        return names;
    }

    private List<String> received(Somebody viewer, Reader.Sight sight) {
        return server
                .bean(JournalReading.class)
                .missed(program.id(), 0, Long.MAX_VALUE, 1_000, new Reader(viewer.id(), sight))
                .stream()
                .map(entry -> entry.event().wireName())
                .toList();
    }
}
