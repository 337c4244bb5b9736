package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program in which something is about to be changed, and the people who do it. */
final class Scene {
    private final TestingServer server;
    private final TestingProgram program;
    private final Somebody owner;
    private final Somebody participant;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private JsonNode request = MissingNode.getInstance();
    private @Nullable Somebody newcomer;

    /**
     * @param owner files the request
     * @param participant another client of the program
     */
    Scene(TestingServer server, TestingProgram program, Somebody owner, Somebody participant) {
        this.server = server;
        this.program = program;
        this.owner = owner;
        this.participant = participant;
    }

    /** Gives a program one field of each kind that presentations and rights depend on. */
    static TestingProgram furnish(TestingProgram program) {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.field(Map.of("key", "memo", "label", "Memo", "type", "text", "visibility", "staff"));
        program.field(Map.of(
                "key", "steps",
                "label", "Steps",
                "type", "checklist",
                "items",
                        List.of(
                                Map.of("key", "measure", "label", "Measure"),
                                Map.of("key", "order", "label", "Order"))));
        program.field(Map.of("key", "plans", "label", "Plans", "type", "file_upload"));
        return program;
    }

    TestingProgram program() {
        return program;
    }

    Somebody participant() {
        return participant;
    }

    JsonNode request() {
        return request;
    }

    boolean hasRequest() {
        return !request.isMissingNode();
    }

    TestingClient manager() {
        return program.manager().client();
    }

    TestingClient owner() {
        return owner.client();
    }

    TestingClient teamMember() {
        return program.teamMember().client();
    }

    /** Who is no member yet, unless a change has made him one. */
    Somebody newcomer() {
        if (newcomer == null) {
            newcomer = server.people().teamMember();
        }
        return newcomer;
    }

    String id(String what) {
        String id = ids.get(what);
        if (id == null) {
            throw new IllegalStateException("id: " + what + " (expected: one of " + ids.keySet() + ")");
        }
        return id;
    }

    void remember(String what, JsonNode entity) {
        ids.put(what, TestingProgram.id(entity).toString());
    }

    /** The path of the request, or of something below it. */
    String path(String below) {
        return program.path(request, below);
    }

    /** A request that has all: values that staff alone see, a comment and a file of everybody and of staff. */
    void draft() {
        request = program.draft(owner, Map.of("title", "A larger desk", "fields", Map.of("cost", 40)));
        manager().patch(path(""), Map.of("fields", Map.of("memo", "Ask twice"))).expect(200);
        remember("comment", comment(owner(), false));
        comment(manager(), true);
        remember("file", upload(owner(), false));
        upload(manager(), true);
    }

    void inState(String state) {
        draft();
        switch (state) {
            case "draft" -> {}
            case "submitted" -> submit();
            case "in_review" -> {
                submit();
                program.step(program.manager(), request, "review");
            }
            case "approved" -> {
                submit();
                program.step(program.manager(), request, "review");
                program.step(program.manager(), request, "approval");
            }
            case "rejected" -> {
                submit();
                manager().post(path("rejection"), Map.of("reason", "Too large")).expect(200);
            }
            default -> throw new IllegalArgumentException("state: " + state);
        }
    }

    private void submit() {
        program.step(owner, request, "submission");
    }

    JsonNode comment(TestingClient author, boolean internal) {
        return author.post(path("comments"), Map.of("body", "Which **size**?", "internal", internal))
                .expect(201)
                .body();
    }

    JsonNode upload(TestingClient author, boolean internal) {
        return author.upload(
                        path("attachments" + (internal ? "?internal=true" : "")),
                        "desk.txt",
                        "text/plain",
                        "180 x 80 cm".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .body();
    }
}
