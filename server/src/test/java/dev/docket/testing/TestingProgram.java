package dev.docket.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A program made over the API, with a manager, a team member and a client in it, and requests on demand. */
public final class TestingProgram {
    private static final AtomicInteger count = new AtomicInteger();

    private final TestingServer server;
    private final UUID id;
    private final Somebody manager;
    private final Somebody teamMember;
    private final Somebody client;

    private TestingProgram(
            TestingServer server, Map<String, ?> settings, Somebody manager, Somebody teamMember, Somebody client) {
        this.server = server;
        this.manager = manager;
        Map<String, Object> all =
                new HashMap<>(Map.of("name", "Program " + count.incrementAndGet(), "allowClientSubmission", true));
        all.putAll(settings);
        this.id = id(manager.client().post("programs", all).expect(201).body());
        this.teamMember = join(teamMember, "team_member");
        this.client = join(client, "client");
    }

    /** Active, clients may file requests, approval is required, no limits. */
    public static TestingProgram create(TestingServer server) {
        return create(server, Map.of());
    }

    /** @param settings as {@code POST /programs} takes them */
    public static TestingProgram create(TestingServer server, Map<String, ?> settings) {
        return new TestingProgram(
                server,
                settings,
                server.people().manager(),
                server.people().teamMember(),
                server.people().client());
    }

    /** With people that there are already. */
    public static TestingProgram of(TestingServer server, Somebody manager, Somebody teamMember, Somebody client) {
        return new TestingProgram(server, Map.of(), manager, teamMember, client);
    }

    public static UUID id(JsonNode entity) {
        return UUID.fromString(entity.path("id").asText());
    }

    public UUID id() {
        return id;
    }

    public Somebody manager() {
        return manager;
    }

    public Somebody teamMember() {
        return teamMember;
    }

    public Somebody client() {
        return client;
    }

    public Somebody anotherTeamMember() {
        return join(server.people().teamMember(), "team_member");
    }

    public Somebody anotherClient() {
        return join(server.people().client(), "client");
    }

    public Somebody join(Somebody user, String role) {
        manager.client()
                .post(path("members"), Map.of("userId", user.id(), "role", role))
                .expect(201);
        return user;
    }

    /** {@code path("requests")} is {@code programs/<id>/requests}. */
    public String path(String below) {
        return "programs/" + id + (below.isEmpty() ? "" : "/" + below);
    }

    public String path(JsonNode request, String below) {
        return path("requests/" + id(request) + (below.isEmpty() ? "" : "/" + below));
    }

    public TestingProgram set(Object settings) {
        manager.client().patch(path(""), settings).expect(200);
        return this;
    }

    public TestingProgram archive() {
        return set(Map.of("status", "archived"));
    }

    /** @param definition as {@code POST …/fields} takes it */
    public JsonNode field(Map<String, ?> definition) {
        return manager.client().post(path("fields"), definition).expect(201).body();
    }

    public JsonNode draft(Somebody author) {
        return draft(author, Map.of());
    }

    /** @param content as {@code POST …/requests} takes it; the title may be left out */
    public JsonNode draft(Somebody author, Map<String, ?> content) {
        Map<String, Object> all = new HashMap<>(Map.of("title", "Request " + count.incrementAndGet()));
        all.putAll(content);
        return author.client().post(path("requests"), all).expect(201).body();
    }

    public JsonNode submitted(Somebody author) {
        return step(author, draft(author), "submission");
    }

    public JsonNode inReview(Somebody author) {
        return step(manager, submitted(author), "review");
    }

    public JsonNode approved(Somebody author) {
        return step(manager, inReview(author), "approval");
    }

    public JsonNode completed(Somebody author) {
        return step(manager, approved(author), "completion");
    }

    public JsonNode rejected(Somebody author) {
        return manager.client()
                .post(path(submitted(author), "rejection"), Map.of("reason", "Not now"))
                .expect(200)
                .body();
    }

    /** Takes a step that must succeed: {@code submission}, {@code review}, {@code approval}, {@code completion}. */
    public JsonNode step(Somebody actor, JsonNode request, String step) {
        return tryStep(actor, request, step).expect(200).body();
    }

    public Answer tryStep(Somebody actor, JsonNode request, String step) {
        return actor.client().post(path(request, step), Map.of());
    }

    public JsonNode assign(JsonNode request, Somebody assignee) {
        return manager.client()
                .put(path(request, "assignee"), Map.of("userId", assignee.id()))
                .expect(200)
                .body();
    }

    public JsonNode share(JsonNode request, Somebody participant) {
        return manager.client()
                .put(path(request, "participants/" + participant.id()), Map.of())
                .expect(200)
                .body();
    }

    /** The request as somebody sees it now. */
    public JsonNode get(Somebody viewer, JsonNode request) {
        return viewer.client().get(path(request, "")).expect(200).body();
    }

    /** A body with a null in it, which {@code Map.of} cannot hold. */
    public static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
