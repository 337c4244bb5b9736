package dev.docket.live;

import static dev.docket.testing.TestingProgram.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every kind of change that the API can make in a program. */
final class Mutations {
    private Mutations() {}

    static List<Mutation> all() {
        return Stream.of(
                        requests(),
                        steps(),
                        sharing(),
                        comments(),
                        files(),
                        ProgramMutations.program(),
                        ProgramMutations.members())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutation> requests() {
        return of(
                Mutation.REQUESTS,
                change(
                        "request created",
                        _ -> {},
                        scene -> scene.owner()
                                .post(scene.program().path("requests"), json("""
                                {'title':'A new desk','description':'*Oak*','fields':{'cost':9}}
                                """))
                                .expect(201)),
                change(
                        "request created from a template",
                        Mutations::template,
                        scene -> scene.owner()
                                .post(
                                        scene.program().path("requests"),
                                        Map.of("title", "From a template", "templateId", scene.id("template")))
                                .expect(201)),
                change(
                        "request edited",
                        Scene::draft,
                        scene -> scene.owner().patch(scene.path(""), json("""
                        {'title':'A larger desk, please','description':'As **long** as the wall','priority':'high',
                         'dueDate':'2026-12-24','fields':{'cost':55}}
                        """)).expect(200)),
                change(
                        "request emptied",
                        Scene::draft,
                        scene -> scene.owner()
                                .patch(scene.path(""), json("{'fields':{'cost':null}}"))
                                .expect(200)),
                change(
                        "staff-only field edited",
                        Mutations::submitted,
                        scene -> scene.manager()
                                .patch(scene.path(""), json("{'fields':{'memo':'Asked'}}"))
                                .expect(200)),
                change(
                        "item checked",
                        Mutations::submitted,
                        scene -> scene.manager()
                                .patch(scene.path(""), json("{'fields':{'steps':['measure']}}"))
                                .expect(200)),
                change(
                        "file named in a field",
                        Scene::draft,
                        scene -> scene.owner()
                                .patch(scene.path(""), json("{'fields':{'plans':['" + scene.id("file") + "']}}"))
                                .expect(200)),
                change(
                        "request deleted",
                        Scene::draft,
                        scene -> scene.owner().delete(scene.path("")).expect(204)),
                change(
                        "request restored",
                        scene -> {
                            scene.draft();
                            scene.owner().delete(scene.path("")).expect(204);
                        },
                        scene -> scene.manager().post(scene.path("restoration")).expect(200)));
    }

    private static List<Mutation> steps() {
        return of(
                Mutation.STEPS,
                change("request submitted", Scene::draft, step(false, "submission")),
                change(
                        "request withdrawn",
                        Mutations::submitted,
                        scene -> scene.owner().delete(scene.path("submission")).expect(200)),
                change("request taken into review", Mutations::submitted, step(true, "review")),
                change("request approved", Mutations::inReview, step(true, "approval")),
                change(
                        "request rejected",
                        Mutations::inReview,
                        scene -> scene.manager()
                                .post(scene.path("rejection"), Map.of("reason", "Too large"))
                                .expect(200)),
                change("request resubmitted", scene -> scene.inState("rejected"), step(false, "submission")),
                change("request completed", Mutations::approved, step(true, "completion")),
                change("request assigned", Mutations::submitted, Mutations::assign),
                change("draft assigned", Scene::draft, Mutations::assign),
                change(
                        "request taken from its assignee",
                        scene -> {
                            scene.inState("submitted");
                            assign(scene);
                        },
                        scene -> scene.manager()
                                .put(scene.path("assignee"), json("{'userId':null}"))
                                .expect(200)));
    }

    private static List<Mutation> sharing() {
        return of(
                Mutation.SHARING,
                change("request shared", Mutations::submitted, Mutations::share),
                change("draft shared", Scene::draft, Mutations::share),
                change(
                        "sharing ended",
                        scene -> {
                            scene.inState("submitted");
                            share(scene);
                        },
                        scene -> scene.owner()
                                .delete(scene.path(
                                        "participants/" + scene.participant().id()))
                                .expect(204)),
                change(
                        "shared request taken into review",
                        scene -> {
                            scene.inState("submitted");
                            share(scene);
                        },
                        step(true, "review")),
                change(
                        "shared request withdrawn",
                        scene -> {
                            scene.inState("submitted");
                            share(scene);
                        },
                        scene -> scene.owner().delete(scene.path("submission")).expect(200)),
                change(
                        "watch ended",
                        Mutations::submitted,
                        scene -> scene.owner().delete(scene.path("watch")).expect(204)),
                change(
                        "watch begun",
                        scene -> {
                            scene.inState("submitted");
                            scene.owner().delete(scene.path("watch")).expect(204);
                        },
                        scene -> scene.owner().put(scene.path("watch"), "{}").expect(204)));
    }

    private static List<Mutation> comments() {
        return of(
                Mutation.COMMENTS,
                change("comment added", Mutations::submitted, scene -> scene.comment(scene.owner(), false)),
                change(
                        "comment added with a mention",
                        Mutations::submitted,
                        scene -> scene.owner()
                                .post(
                                        scene.path("comments"),
                                        Map.of("body", mention(scene.program().manager())))
                                .expect(201)),
                change(
                        "internal comment added",
                        Mutations::submitted,
                        scene -> scene.comment(scene.teamMember(), true)),
                change(
                        "comment edited",
                        Mutations::submitted,
                        scene -> scene.owner()
                                .patch(scene.path("comments/" + scene.id("comment")), Map.of("body", "Which *colour*?"))
                                .expect(200)),
                change(
                        "comment deleted",
                        Mutations::submitted,
                        scene -> scene.owner()
                                .delete(scene.path("comments/" + scene.id("comment")))
                                .expect(204)),
                change(
                        "comment restored",
                        scene -> {
                            scene.inState("submitted");
                            scene.comment(scene.teamMember(), false);
                            scene.owner()
                                    .delete(scene.path("comments/" + scene.id("comment")))
                                    .expect(204);
                        },
                        scene -> scene.owner()
                                .post(scene.path("comments/" + scene.id("comment") + "/restoration"))
                                .expect(200)));
    }

    private static List<Mutation> files() {
        return of(
                Mutation.FILES,
                change("file attached", Mutations::submitted, scene -> scene.upload(scene.owner(), false)),
                change("internal file attached", Mutations::submitted, scene -> scene.upload(scene.teamMember(), true)),
                change(
                        "file deleted",
                        Mutations::submitted,
                        scene -> scene.owner()
                                .delete(scene.path("attachments/" + scene.id("file")))
                                .expect(204)),
                change(
                        "file restored",
                        scene -> {
                            scene.inState("submitted");
                            scene.upload(scene.teamMember(), false);
                            scene.owner()
                                    .delete(scene.path("attachments/" + scene.id("file")))
                                    .expect(204);
                        },
                        scene -> scene.owner()
                                .post(scene.path("attachments/" + scene.id("file") + "/restoration"))
                                .expect(200)));
    }

    static Mutation change(String name, Consumer<Scene> before, Consumer<Scene> act) {
        return new Mutation("", name, before, act);
    }

    static List<Mutation> of(String area, Mutation... all) {
        return Stream.of(all)
                .map(one -> new Mutation(area, one.name(), one.before(), one.act()))
                .toList();
    }

    static Consumer<Scene> step(boolean byTheManager, String step) {
        return scene -> (byTheManager ? scene.manager() : scene.owner())
                .post(scene.path(step), Map.of())
                .expect(200);
    }

    static void submitted(Scene scene) {
        scene.inState("submitted");
    }

    private static void inReview(Scene scene) {
        scene.inState("in_review");
    }

    private static void approved(Scene scene) {
        scene.inState("approved");
    }

    private static void assign(Scene scene) {
        scene.program().assign(scene.request(), scene.program().teamMember());
    }

    static void share(Scene scene) {
        scene.program().share(scene.request(), scene.participant());
    }

    static void template(Scene scene) {
        JsonNode template = scene.manager()
                .post(
                        scene.program().path("templates"),
                        Map.of("name", "Desks " + UUID.randomUUID(), "fields", Map.of("cost", 12)))
                .expect(201)
                .body();
        scene.remember("template", template);
    }

    private static String mention(Somebody user) {
        return "Please look, [@" + user.name() + "](user:" + user.id() + ")";
    }
}
