package dev.docket.request;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Reader;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What each change of a request writes into the journal, and for whom. */
final class RequestEntriesTest {
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
    void writesOneEntryPerChangeAndNumbersThemWithoutGap() {
        JsonNode request = program.draft(client);
        client.client()
                .patch(program.path(request, ""), Map.of("title", "Better"))
                .expect(200);
        program.step(client, request, "submission");
        program.assign(request, teamMember);
        client.client()
                .patch(program.path(request, ""), Map.of("title", "Refused"))
                .expect(403);
        client.client().delete(program.path(request, "submission")).expect(200);
        client.client().delete(program.path(request, "")).expect(204);

        List<Entry> entries = entries(request);

        assertThat(entries)
                .extracting(Entry::event)
                .containsExactly(
                        EventType.REQUEST_CREATED,
                        EventType.REQUEST_UPDATED,
                        EventType.REQUEST_STATUS_CHANGED,
                        EventType.REQUEST_ASSIGNED,
                        EventType.REQUEST_STATUS_CHANGED,
                        EventType.REQUEST_DELETED);
        assertThat(entries).extracting(Entry::version).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        long first = entries.getFirst().seq();
        assertThat(entries)
                .extracting(Entry::seq)
                .containsExactly(first, first + 1, first + 2, first + 3, first + 4, first + 5);
    }

    @Test
    void keepsADraftBetweenItsCreatorAndTheManagers() {
        Entry created = entries(program.draft(client)).getFirst();

        assertThat(created.audience().level()).isEqualTo(Level.MANAGERS);
        assertThat(created.audience().staffUsers()).isEmpty();
        assertThat(created.audience().clientUsers()).containsExactly(client.id());
        assertThat(received(teamMember, Reader.Sight.TEAM_MEMBER)).isEmpty();
        assertThat(received(program.anotherClient(), Reader.Sight.CLIENT)).isEmpty();
        assertThat(received(manager, Reader.Sight.MANAGER)).contains(created.id());
    }

    @Test
    void opensASubmittedRequestToStaffAndClosesItAgainWhenWithdrawn() {
        JsonNode request = program.submitted(teamMember);
        teamMember.client().delete(program.path(request, "submission")).expect(200);
        List<Entry> entries = entries(request);

        assertThat(entries.get(1).audience().level()).isEqualTo(Level.STAFF);
        assertThat(entries.get(1).audience().isForgottenBySomebody()).isFalse();
        assertThat(entries.get(2).audience().level()).isEqualTo(Level.MANAGERS);
        assertThat(entries.get(2).audience().staffUsers()).containsExactly(teamMember.id());
        assertThat(entries.get(2).audience().forgetLevel()).isEqualTo(Level.STAFF);
    }

    @Test
    void tellsAFormerAssigneeOfADraftToForgetIt() {
        JsonNode draft = program.draft(client);
        Somebody another = program.anotherTeamMember();
        program.assign(draft, teamMember);
        program.assign(draft, another);

        Entry reassigned = entries(draft).getLast();

        assertThat(reassigned.audience().staffUsers()).containsExactly(another.id());
        assertThat(reassigned.audience().forgetUsers()).containsExactly(teamMember.id());
        assertThat(Json.parse(reassigned.data())
                        .path("previousAssignee")
                        .path("name")
                        .asText())
                .isEqualTo(teamMember.name());
    }

    /** Trap 10: custom fields missing in event payloads. */
    @Test
    void trap10CarriesTheWholeRequestAsRestAnswersIt() {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.field(Map.of("key", "secret", "label", "Secret", "type", "text", "visibility", "staff"));
        JsonNode request = program.draft(client, Map.of("fields", Map.of("cost", 5)));
        manager.client()
                .patch(program.path(request, ""), Map.of("fields", Map.of("secret", "margin", "cost", 6)))
                .expect(200);
        Entry updated = entries(request).getLast();

        assertThat(Json.parse(updated.data()).path("request")).isEqualTo(withoutCan(program.get(manager, request)));
        assertThat(Json.parse(String.valueOf(updated.clientData())).path("request"))
                .isEqualTo(withoutCan(program.get(client, request)));
        assertThat(Json.parse(updated.data()).path("changedFields")).isEqualTo(json("['fields.cost','fields.secret']"));
        assertThat(Json.parse(String.valueOf(updated.clientData())).path("changedFields"))
                .isEqualTo(json("['fields.cost']"));
        assertThat(updated.clientData()).doesNotContain("margin").doesNotContain("secret");
    }

    @Test
    void tellsClientsNothingOfAChangeThatTheyDoNotSee() {
        program.field(Map.of("key", "secret", "label", "Secret", "type", "text", "visibility", "staff"));
        JsonNode request = program.submitted(client);
        manager.client()
                .patch(program.path(request, ""), Map.of("fields", Map.of("secret", "margin")))
                .expect(200);
        Entry updated = entries(request).getLast();

        assertThat(updated.audience().clientUsers()).isEmpty();
        assertThat(updated.clientData()).isNull();
        assertThat(received(client, Reader.Sight.CLIENT)).doesNotContain(updated.id());
        assertThat(client.client().get(program.path(request, "history")).text()).doesNotContain("margin");
        assertThat(client.client().get(program.path("activity")).text()).doesNotContain("margin");
    }

    @Test
    void saysWhatChangedWithLabelsOfThen() {
        JsonNode field = program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        JsonNode request = program.draft(client, Map.of("title", "Old", "fields", Map.of("cost", 5)));
        client.client()
                .patch(program.path(request, ""), Map.of("title", "New", "fields", Map.of("cost", 6)))
                .expect(200);
        manager.client()
                .patch(program.path("fields/" + TestingProgram.id(field)), Map.of("label", "Price"))
                .expect(200);

        JsonNode history = client.client()
                .get(program.path(request, "history"))
                .expect(200)
                .body();

        JsonNode newest = history.path("data").get(0);
        assertThat(newest.path("event").asText()).isEqualTo("request:updated");
        assertThat(newest.path("requestKey")).isEqualTo(request.path("key"));
        assertThat(newest.path("actor")).isEqualTo(Json.tree(Map.of("id", client.id(), "name", client.name())));
        assertThat(newest.path("changes")).isEqualTo(json("""
                        [{'field':'title','label':'Title','before':'Old','after':'New'},
                         {'field':'fields.cost','label':'Cost','before':5,'after':6}]
                        """));
        assertThat(history.path("data").get(1).path("event").asText()).isEqualTo("request:created");
        assertThat(history.path("next").isNull()).isTrue();
    }

    @Test
    void saysFromWhichStatusToWhichAndWhy() {
        JsonNode data = Json.parse(entries(program.rejected(client)).getLast().data());

        assertThat(data.path("from").asText()).isEqualTo("submitted");
        assertThat(data.path("to").asText()).isEqualTo("rejected");
        assertThat(data.path("reason").asText()).isEqualTo("Not now");
        assertThat(data.path("request").path("status").asText()).isEqualTo("rejected");
    }

    @Test
    void pagesHistoryAndActivityByCursor() {
        JsonNode request = program.approved(client);
        for (String path : List.of(program.path(request, "history"), program.path("activity"))) {
            JsonNode first = manager.client().get(path + "?limit=2").expect(200).body();
            JsonNode rest = manager.client()
                    .get(path + "?limit=100&before=" + first.path("next").asLong())
                    .expect(200)
                    .body();

            assertThat(first.path("data").size()).isEqualTo(2);
            assertThat(rest.path("data").get(0).path("seq").asLong())
                    .isEqualTo(first.path("data").get(1).path("seq").asLong() - 1);
            assertThat(rest.path("next").isNull()).isTrue();
            manager.client().get(path + "?limit=0").expect(400);
            manager.client().get(path + "?before=x").expect(400);
        }
    }

    @Test
    void showsClientsOnlyTheirOwnActivity() {
        program.submitted(program.anotherClient());
        program.submitted(teamMember);
        JsonNode own = program.submitted(client);

        JsonNode activity =
                client.client().get(program.path("activity")).expect(200).body().path("data");

        assertThat(activity.findValuesAsText("event"))
                .containsExactly("request:status_changed", "request:created", "member:added");
        assertThat(activity.findValuesAsText("requestKey"))
                .containsExactly(own.path("key").asText(), own.path("key").asText(), "null");
    }

    private static JsonNode withoutCan(JsonNode detail) {
        ObjectNode copy = detail.deepCopy();
        return copy.without(Set.of("can", "cannot", "descriptionHtml", "watching"));
    }

    private List<Entry> entries(JsonNode request) {
        return server.database().read(tx -> {
            tx.enter(program.id());
            return server.bean(JournalReading.class).changesSince(tx, program.id(), TestingProgram.id(request), 0);
        });
    }

    /** The requests' entries that a socket of this viewer would be sent. */
    private List<UUID> received(Somebody viewer, Reader.Sight sight) {
        return server
                .bean(JournalReading.class)
                .missed(program.id(), 0, Long.MAX_VALUE, 1_000, new Reader(viewer.id(), sight))
                .stream()
                .filter(entry -> entry.requestId() != null)
                .map(Entry::id)
                .toList();
    }
}
