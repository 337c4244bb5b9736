package dev.docket.program;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ChecklistApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void makesKeysOfItemsFromTheirLabels() {
        JsonNode field = checklist("""
                [{'label':' Helmet on! '},{'label':'Hélmet on'},{'key':'vest','label':'Vest'},{'label':'Vest'},
                 {'label':'日本'},{'label':'2nd look'}]
                """);

        assertThat(field.path("items")).isEqualTo(json("""
                        [{'key':'helmet_on','label':'Helmet on!'},{'key':'helmet_on_2','label':'Hélmet on'},
                         {'key':'vest','label':'Vest'},{'key':'vest_2','label':'Vest'},
                         {'key':'item','label':'日本'},{'key':'nd_look','label':'2nd look'}]
                        """));
    }

    @Test
    void holdsAHundredItems() {
        assertThat(checklist(items(100)).path("items")).hasSize(100);

        Answer refused = manager.client()
                .post(
                        program.path("fields"),
                        json("{'key':'more','label':'More','type':'checklist','items':" + items(101) + "}"))
                .expect(400);
        assertThat(refused.detail()).isEqualTo("items: 101 items (expected: 1..100)");
    }

    @Test
    void countsWhatIsCheckedAgainstWhatIsConfigured() {
        checklist("[{'key':'helmet','label':'Helmet'},{'key':'vest','label':'Vest'}]");
        JsonNode draft = program.draft(client);
        assertThat(draft.path("fields")).isEmpty();
        assertThat(draft.path("checklists")).isEqualTo(json("{'safety':{'checked':0,'total':2}}"));

        JsonNode half = check(client, draft, "['vest']").expect(200).body();
        assertThat(half.path("fields")).isEqualTo(json("{'safety':['vest']}"));
        assertThat(half.path("checklists")).isEqualTo(json("{'safety':{'checked':1,'total':2}}"));

        JsonNode full = check(client, draft, "['vest','helmet']").expect(200).body();
        assertThat(full.path("fields")).isEqualTo(json("{'safety':['helmet','vest']}"));
        assertThat(check(client, draft, "['helmet','vest']")
                        .body()
                        .path("version")
                        .asLong())
                .as("the same set")
                .isEqualTo(full.path("version").asLong());
        assertThat(check(client, draft, "['boots']").expect(400).detail())
                .isEqualTo("fields.safety[0]: \"boots\" (expected: one of [helmet, vest])");
        assertThat(check(client, draft, "[]").expect(200).body().path("fields")).isEmpty();
    }

    @Test
    void keepsWhatWasCheckedWhenItemsAreRenamedOrCome() {
        JsonNode field = checklist("[{'key':'helmet','label':'Helmet'},{'key':'vest','label':'Vest'}]");
        JsonNode draft = program.draft(client);
        check(client, draft, "['vest']").expect(200);

        setItems(
                field,
                "[{'key':'vest','label':'Reflective vest'},{'key':'helmet','label':'Helmet'},{'label':'Boots'}]");

        JsonNode seen = program.get(client, draft);
        assertThat(seen.path("fields")).isEqualTo(json("{'safety':['vest']}"));
        assertThat(seen.path("checklists")).isEqualTo(json("{'safety':{'checked':1,'total':3}}"));
    }

    @Test
    void hidesWhatWasCheckedOfARemovedItemUntilItComesBack() {
        JsonNode field = checklist("[{'key':'helmet','label':'Helmet'},{'key':'vest','label':'Vest'}]");
        JsonNode draft = program.draft(client);
        check(client, draft, "['helmet','vest']").expect(200);
        setItems(field, "[{'key':'vest','label':'Vest'}]");

        JsonNode seen = program.get(client, draft);
        assertThat(seen.path("fields")).isEqualTo(json("{'safety':['vest']}"));
        assertThat(seen.path("checklists")).isEqualTo(json("{'safety':{'checked':1,'total':1}}"));
        check(client, draft, "['helmet']").expect(400);
        check(client, draft, "[]").expect(200);

        setItems(field, "[{'key':'helmet','label':'Helmet'},{'key':'vest','label':'Vest'}]");
        assertThat(program.get(client, draft).path("fields")).isEqualTo(json("{'safety':['helmet']}"));
    }

    @Test
    void asksForOneCheckedItemWhereTheChecklistIsRequired() {
        JsonNode field = checklist("[{'key':'helmet','label':'Helmet'},{'key':'vest','label':'Vest'}]");
        edit(field, "{'required':true}");
        JsonNode draft = program.draft(client);

        assertThat(program.tryStep(client, draft, "submission").expect(409).detail())
                .isEqualTo("Some required fields have no value yet: Safety.");
        check(client, draft, "['vest']").expect(200);
        JsonNode submitted = program.step(client, draft, "submission");
        check(manager, submitted, "[]").expect(400);
        check(manager, submitted, "['helmet']").expect(200);
    }

    /** Checklists are worked off while the work is done: the gate is at the end, and an approved request still takes ticks. */
    @Test
    void completesOnlyWithEverythingCheckedWhereTheProgramSaysSo() {
        checklist("[{'key':'helmet','label':'Helmet'},{'key':'vest','label':'Vest'}]");
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.set(Map.of("requireCompleteChecklists", true));
        JsonNode approved = program.approved(client);
        program.assign(approved, program.teamMember());

        Answer refused = program.tryStep(manager, approved, "completion").expect(409);
        assertThat(refused.body().path("rule").asText()).isEqualTo("checklists");
        assertThat(refused.detail()).isEqualTo("Some items of checklists are not checked yet: Safety (0 of 2).");

        check(client, approved, "['helmet','vest']").expect(403);
        check(program.anotherTeamMember(), approved, "['helmet','vest']").expect(403);
        manager.client()
                .patch(program.path(approved, ""), json("{'fields':{'safety':['helmet'],'cost':5}}"))
                .expect(403);
        JsonNode seen = program.get(program.teamMember(), approved);
        assertThat(seen.at("/can/edit").asBoolean()).isFalse();
        assertThat(seen.at("/can/checkItems").asBoolean()).isTrue();
        check(program.teamMember(), approved, "['helmet','vest']").expect(200);
        JsonNode completed = program.step(program.teamMember(), approved, "completion");
        check(manager, completed, "['helmet']").expect(403);
    }

    @Test
    void countsStaffOnlyChecklistsForNobodyButStaff() {
        program.field(Map.of(
                "key",
                "internal",
                "label",
                "Internal",
                "type",
                "checklist",
                "visibility",
                "staff",
                "items",
                List.of(Map.of("label", "Paid"))));
        JsonNode draft = program.draft(client);

        assertThat(draft.path("checklists")).isEmpty();
        assertThat(program.get(manager, draft).path("checklists"))
                .isEqualTo(json("{'internal':{'checked':0,'total':1}}"));
        check(client, draft, "['paid']").expect(400);
    }

    private JsonNode checklist(String items) {
        return manager.client()
                .post(
                        program.path("fields"),
                        json("{'key':'safety','label':'Safety','type':'checklist','items':" + items + "}"))
                .expect(201)
                .body();
    }

    private void setItems(JsonNode field, String items) {
        edit(field, "{'items':" + items + "}");
    }

    private void edit(JsonNode field, String body) {
        manager.client()
                .patch(program.path("fields/" + TestingProgram.id(field)), json(body))
                .expect(200);
    }

    private Answer check(Somebody author, JsonNode request, String items) {
        return author.client().patch(program.path(request, ""), json("{'fields':{'safety':" + items + "}}"));
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'label':'Item " + i + "'}")
                .toList()
                .toString();
    }
}
