package dev.docket.live;

import static dev.docket.live.Mutations.change;
import static dev.docket.live.Mutations.share;
import static dev.docket.live.Mutations.step;
import static dev.docket.testing.TestingProgram.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Every kind of change to a program itself, and to who takes part in it. */
final class ProgramMutations {
    private ProgramMutations() {}

    static List<Mutation> program() {
        return Mutations.of(
                Mutation.PROGRAM,
                change(
                        "program created",
                        _ -> {},
                        scene -> scene.manager()
                                .post("programs", Map.of("name", "Another " + UUID.randomUUID()))
                                .expect(201)),
                change(
                        "settings changed",
                        Mutations::submitted,
                        set("{'description':'What we need','requireApproval':false}")),
                change("limits changed", Mutations::submitted, set("{'maxActiveRequests':50}")),
                change(
                        "limit reached",
                        scene -> {
                            scene.program().set(Map.of("maxActiveRequests", 1));
                            scene.draft();
                        },
                        step(false, "submission")),
                change("program archived", Mutations::submitted, set("{'status':'archived'}")),
                change(
                        "program unarchived",
                        scene -> {
                            scene.inState("submitted");
                            scene.program().archive();
                        },
                        set("{'status':'active'}")),
                change(
                        "field added",
                        Mutations::submitted,
                        scene -> scene.program()
                                .field(Map.of(
                                        "key",
                                        "size",
                                        "label",
                                        "Size",
                                        "type",
                                        "dropdown",
                                        "options",
                                        List.of("S", "L")))),
                change(
                        "staff-only field added",
                        Mutations::submitted,
                        scene -> scene.program()
                                .field(Map.of(
                                        "key", "secret", "label", "Secret", "type", "text", "visibility", "staff"))),
                change("field renamed", Mutations::submitted, onField("cost", "{'label':'Price'}")),
                change("field hidden from clients", Mutations::submitted, onField("cost", "{'visibility':'staff'}")),
                change("field shown to clients", Mutations::submitted, onField("memo", "{'visibility':'everyone'}")),
                change("item added to a checklist", Mutations::submitted, onField("steps", """
                        {'items':[{'key':'measure','label':'Measure'},{'key':'order','label':'Order'},{'label':'Build'}]}
                        """)),
                change(
                        "fields reordered",
                        Mutations::submitted,
                        scene -> scene.manager()
                                .put(
                                        scene.program().path("fields/order"),
                                        Map.of("fieldIds", fields(scene).reversed()))
                                .expect(200)),
                change(
                        "field removed",
                        Mutations::submitted,
                        scene -> scene.manager()
                                .delete(scene.program().path("fields/" + field(scene, "cost")))
                                .expect(204)),
                change("template added", _ -> {}, Mutations::template),
                change(
                        "template changed",
                        Mutations::template,
                        scene -> scene.manager()
                                .patch(
                                        scene.program().path("templates/" + scene.id("template")),
                                        Map.of("title", "A desk"))
                                .expect(200)),
                change(
                        "template removed",
                        Mutations::template,
                        scene -> scene.manager()
                                .delete(scene.program().path("templates/" + scene.id("template")))
                                .expect(204)));
    }

    static List<Mutation> members() {
        return Mutations.of(
                Mutation.MEMBERS,
                change("member added", Scene::newcomer, scene -> scene.program().join(scene.newcomer(), "team_member")),
                change(
                        "member's role changed",
                        ProgramMutations::join,
                        scene -> scene.manager()
                                .patch(member(scene.program(), scene.newcomer()), Map.of("role", "manager"))
                                .expect(200)),
                change(
                        "member removed",
                        ProgramMutations::join,
                        scene -> scene.manager()
                                .delete(member(scene.program(), scene.newcomer()))
                                .expect(204)),
                change(
                        "participant's membership ended",
                        scene -> {
                            scene.inState("submitted");
                            share(scene);
                        },
                        scene -> scene.manager()
                                .delete(member(scene.program(), scene.participant()))
                                .expect(204)));
    }

    private static Consumer<Scene> set(String settings) {
        return scene -> scene.program().set(json(settings));
    }

    private static Consumer<Scene> onField(String key, String edit) {
        return scene -> scene.manager()
                .patch(scene.program().path("fields/" + field(scene, key)), json(edit))
                .expect(200);
    }

    private static void join(Scene scene) {
        scene.program().join(scene.newcomer(), "team_member");
    }

    private static List<String> fields(Scene scene) {
        return definitions(scene)
                .valueStream()
                .map(field -> field.path("id").asText())
                .toList();
    }

    private static String field(Scene scene, String key) {
        return definitions(scene)
                .valueStream()
                .filter(field -> field.path("key").asText().equals(key))
                .map(field -> field.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode definitions(Scene scene) {
        return scene.manager()
                .get(scene.program().path("fields"))
                .expect(200)
                .body()
                .path("data");
    }

    private static String member(TestingProgram program, Somebody user) {
        return program.path("members/" + user.id());
    }
}
