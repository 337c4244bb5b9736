package dev.docket.attachment;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Attachments as values of fields. */
final class FileFieldApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody client = program.client();
    private final JsonNode field = field("everyone");
    private final JsonNode draft = program.draft(client);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void takesFilesOfTheSameRequest() {
        String first = upload(client, draft, false);
        String second = upload(client, draft, false);

        assertThat(set(client, draft, second, first).expect(200).body().path("fields"))
                .isEqualTo(json("{'plans':['" + second + "','" + first + "']}"));
        assertThat(program.get(manager, draft).path("fields"))
                .isEqualTo(json("{'plans':['" + second + "','" + first + "']}"));
    }

    /** Trap 2: a file looked up by its id alone. */
    @Test
    void trap2TakesNoFileOfAnotherRequest() {
        String elsewhere = upload(client, program.draft(client), false);
        TestingProgram other = TestingProgram.create(server);
        JsonNode foreignRequest = other.draft(other.client());
        String foreign = other.client()
                .client()
                .upload(other.path(foreignRequest, "attachments"), "a.txt", "text/plain", bytes())
                .expect(201)
                .body()
                .path("id")
                .asText();
        String gone = upload(client, draft, false);
        client.client().delete(program.path(draft, "attachments/" + gone)).expect(204);

        for (String id :
                new String[] {elsewhere, foreign, gone, UUID.randomUUID().toString()}) {
            assertThat(set(client, draft, id).expect(400).detail())
                    .isEqualTo("fields.plans[0]: \"" + id + "\" (expected: the id of an attachment of this request)");
        }
        client.client()
                .post(
                        program.path("requests"),
                        json("{'title':'With a file','fields':{'plans':['" + elsewhere + "']}}"))
                .expect(400);
    }

    @Test
    void takesNoInternalFileIntoAFieldThatClientsSee() {
        String internal = upload(manager, draft, true);

        assertThat(set(manager, draft, internal).expect(400).detail())
                .isEqualTo("fields.plans[0]: \"" + internal
                        + "\" is internal (expected: a file that clients may see, as they see the field)");
        assertThat(set(client, draft, internal).expect(400).detail())
                .as("clients do not learn that it exists")
                .endsWith("(expected: the id of an attachment of this request)");
    }

    @Test
    void showsInternalFilesOfStaffOnlyFieldsToNoClientEvenLater() {
        edit(field, "{'visibility':'staff'}").expect(200);
        String internal = upload(manager, draft, true);
        set(manager, draft, internal).expect(200);

        assertThat(edit(field, "{'visibility':'everyone'}").expect(409).detail())
                .isEqualTo("1 request holds a value of \"plans\", and such files may be internal;"
                        + " the field stays for staff as long as that is so. Add a field with another key instead.");
        manager.client()
                .delete(program.path("fields/" + TestingProgram.id(field)))
                .expect(204);
        manager.client()
                .post(program.path("fields"), Map.of("key", "plans", "label", "Plans", "type", "file_upload"))
                .expect(409);
        field("staff");
        assertThat(program.get(client, draft).path("fields")).isEmpty();
        assertThat(program.get(manager, draft).at("/fields/plans/0").asText()).isEqualTo(internal);
        assertThat(client.client().get(program.path(draft, "history")).text()).doesNotContain(internal);
    }

    @Test
    void keepsAFileAsLongAsAFieldHoldsIt() {
        String file = upload(client, draft, false);
        set(client, draft, file).expect(200);

        assertThat(delete(client, file).expect(409).detail())
                .isEqualTo("The file is a value of \"Plans\". Take it out there first.");
        client.client()
                .get(program.path(draft, "attachments/" + file + "/content"))
                .expect(200);
        set(client, draft).expect(200);
        delete(client, file).expect(204);
    }

    @Test
    void saysNothingOfStaffOnlyFieldsWhenItKeepsAFile() {
        String file = upload(client, draft, false);
        edit(field, "{'visibility':'staff'}").expect(200);
        set(manager, draft, file).expect(200);

        assertThat(delete(client, file).expect(409).detail()).doesNotContain("Plans");
    }

    @Test
    void forgetsAFileThatOnlyARemovedFieldHeld() {
        String file = upload(client, draft, false);
        String other = upload(client, draft, false);
        set(client, draft, file, other).expect(200);
        manager.client()
                .delete(program.path("fields/" + TestingProgram.id(field)))
                .expect(204);
        delete(client, file).expect(204);
        field("everyone");

        assertThat(program.get(client, draft).path("fields")).isEqualTo(json("{'plans':['" + other + "']}"));
    }

    @Test
    void asksForAFileWhereTheFieldIsRequired() {
        edit(field, "{'required':true}").expect(200);
        program.tryStep(client, draft, "submission").expect(409);

        String file = upload(client, draft, false);
        set(client, draft, file).expect(200);
        JsonNode submitted = program.step(client, draft, "submission");

        set(manager, submitted).expect(400);
        delete(client, file).expect(409);
    }

    private JsonNode field(String visibility) {
        return program.field(Map.of("key", "plans", "label", "Plans", "type", "file_upload", "visibility", visibility));
    }

    private Answer edit(JsonNode definition, String body) {
        return manager.client().patch(program.path("fields/" + TestingProgram.id(definition)), json(body));
    }

    private String upload(Somebody author, JsonNode request, boolean internal) {
        return author.client()
                .upload(
                        program.path(request, "attachments" + (internal ? "?internal=true" : "")),
                        "plan.txt",
                        "text/plain",
                        bytes())
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    private Answer set(Somebody author, JsonNode request, String... files) {
        return author.client().patch(program.path(request, ""), Map.of("fields", Map.of("plans", files)));
    }

    private Answer delete(Somebody author, String file) {
        return author.client().delete(program.path(draft, "attachments/" + file));
    }

    private static byte[] bytes() {
        return "A plan".getBytes(StandardCharsets.UTF_8);
    }
}
