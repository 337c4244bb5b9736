package dev.docket.program;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final TestingClient manager = program.manager().client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void addsFieldsOfEveryType() {
        for (String type : List.of("text", "number", "date", "checkbox")) {
            field(type, type);
        }
        JsonNode dropdown = program.field(Map.of(
                "key",
                "size",
                "label",
                " Size ",
                "type",
                "dropdown",
                "options",
                List.of("S", " M "),
                "required",
                true,
                "placeholder",
                "Choose",
                "visibility",
                "staff"));

        JsonNode withoutId = ((ObjectNode) dropdown).without("id");
        assertThat(withoutId).isEqualTo(json("""
                        {'key':'size','label':'Size','type':'dropdown','required':true,'options':['S','M'],
                         'placeholder':'Choose','visibility':'staff','position':4}
                        """));
        assertThat(keys()).containsExactly("text", "number", "date", "checkbox", "size");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'label':'X','type':'text'}                                       | key        | \"\" (expected: [a-z][a-z0-9_]{0,49})",
                "{'key':'1a','label':'X','type':'text'}                            | key        | \"1a\" (expected: [a-z][a-z0-9_]{0,49})",
                "{'key':'Ab','label':'X','type':'text'}                            | key        | \"Ab\" (expected: [a-z][a-z0-9_]{0,49})",
                "{'key':'a','type':'text'}                                         | label      | missing (expected: 1..100)",
                "{'key':'a','label':'X'}                                           | type       | missing (expected: one of [text, number, date, dropdown, checkbox])",
                "{'key':'a','label':'X','type':'dropdown'}                         | options    | 0 options (expected: 1..100)",
                "{'key':'a','label':'X','type':'dropdown','options':['A',' A']}    | options[1] | \"A\" (expected: each option once)",
                "{'key':'a','label':'X','type':'text','options':['A']}             | options    | 1 options (expected: none, only a dropdown has them)",
                "{'key':'a','label':'X','type':'text','position':7}                | position   | 7 (expected: 0..0)",
            })
    void refusesBadDefinitionsByName(String body, String path, String message) {
        Answer refused = manager.post(program.path("fields"), json(body)).expect(400);

        assertThat(refused.body().path("errors").get(0).path("path").asText()).isEqualTo(path);
        assertThat(refused.body().path("errors").get(0).path("message").asText())
                .isEqualTo(message);
    }

    @Test
    void keepsKeysApart() {
        field("cost", "number");

        manager.post(program.path("fields"), Map.of("key", "cost", "label", "Again", "type", "number"))
                .expect(409);
    }

    @Test
    void holdsAHundredFields() {
        IntStream.range(0, 100).forEach(i -> field("f" + i, "text"));

        manager.post(program.path("fields"), Map.of("key", "last", "label", "X", "type", "text"))
                .expect(409);
    }

    @Test
    void movesFieldsAndKeepsPositionsDense() {
        List.of("a", "b", "c").forEach(key -> field(key, "text"));
        JsonNode d = program.field(Map.of("key", "d", "label", "D", "type", "text", "position", 0));
        assertThat(keys()).containsExactly("d", "a", "b", "c");

        assertThat(edit(d, "{'position':2}").expect(200).body().path("position").asInt())
                .isEqualTo(2);
        assertThat(keys()).containsExactly("a", "b", "d", "c");
        manager.delete(program.path("fields/" + TestingProgram.id(d))).expect(204);
        assertThat(keys()).containsExactly("a", "b", "c");
        assertThat(fields().findValuesAsText("position")).containsExactly("0", "1", "2");
    }

    @Test
    void renamesWithoutTouchingData() {
        JsonNode cost = field("cost", "number");
        JsonNode request = program.draft(program.client(), Map.of("fields", Map.of("cost", 5)));

        edit(cost, "{'label':'Price'}").expect(200);

        JsonNode now = program.get(program.client(), request);
        assertThat(now.path("fields")).isEqualTo(request.path("fields"));
        assertThat(now.path("version")).isEqualTo(request.path("version"));
        assertThat(edit(cost, "{'key':'price'}")
                        .expect(400)
                        .body()
                        .path("errors")
                        .get(0)
                        .path("path")
                        .asText())
                .isEqualTo("key");
    }

    @Test
    void changesATypeOnlyWhileNoRequestHoldsAValue() {
        JsonNode cost = field("cost", "number");
        edit(cost, "{'type':'text'}").expect(200);
        edit(cost, "{'type':'dropdown','options':['low','high']}").expect(200);
        edit(cost, "{'type':'number'}").expect(200);
        program.draft(program.client(), Map.of("fields", Map.of("cost", 5)));

        Answer refused = edit(cost, "{'type':'text'}").expect(409);

        assertThat(refused.detail())
                .isEqualTo("Requests hold values of \"cost\" as number; the type stays as long as they do."
                        + " Add a field with another key instead.");
    }

    @Test
    void hidesAndKeepsTheValuesOfARemovedField() {
        JsonNode cost = field("cost", "number");
        JsonNode request = program.draft(program.client(), Map.of("fields", Map.of("cost", 5)));
        manager.delete(program.path("fields/" + TestingProgram.id(cost))).expect(204);

        assertThat(program.get(program.client(), request).path("fields").isEmpty())
                .isTrue();
        manager.patch(program.path(request, ""), json("{'fields':{'cost':6}}")).expect(400);
        manager.patch(program.path(request, ""), json("{'title':'Still there'}"))
                .expect(200);
        manager.patch(program.path("fields/" + TestingProgram.id(cost)), Map.of("label", "X"))
                .expect(404);
        manager.post(program.path("fields"), Map.of("key", "cost", "label", "Cost", "type", "text"))
                .expect(409);
        field("cost", "number");
        assertThat(program.get(program.client(), request).path("fields")).isEqualTo(json("{'cost':5}"));
    }

    @Test
    void keepsStaffOnlyFieldsOutOfWhatClientsAreTold() {
        JsonNode margin =
                program.field(Map.of("key", "margin", "label", "Margin", "type", "number", "visibility", "staff"));
        edit(margin, "{'label':'Real margin'}").expect(200);

        Answer activity =
                program.client().client().get(program.path("activity")).expect(200);

        assertThat(activity.body().path("data").findValuesAsText("event")).containsExactly("member:added");
        assertThat(activity.text()).doesNotContain("argin");
    }

    /** Trap 2: a field looked up by id alone. */
    @Test
    void trap2FindsFieldsOnlyThroughTheirProgram() {
        JsonNode cost = field("cost", "number");
        TestingProgram other = TestingProgram.create(server);
        String path = other.path("fields/" + TestingProgram.id(cost));

        other.manager().client().patch(path, Map.of("label", "Mine")).expect(404);
        other.manager().client().delete(path).expect(404);
        assertThat(keys()).containsExactly("cost");
    }

    private JsonNode field(String key, String type) {
        return program.field(Map.of("key", key, "label", "Label of " + key, "type", type));
    }

    private Answer edit(JsonNode field, String body) {
        return manager.patch(program.path("fields/" + TestingProgram.id(field)), json(body));
    }

    private JsonNode fields() {
        return manager.get(program.path("fields")).expect(200).body().path("data");
    }

    private List<String> keys() {
        return fields().findValuesAsText("key");
    }
}
