package dev.docket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.Everybody.Maker;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Makes over the API what routes name. What nobody has changed is used again. */
final class RouteThings {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final TestingServer server;
    /** Whom the client shares with, by program. */
    private final Map<TestingProgram, Somebody> participants;

    private final Map<Key, JsonNode> requests = new HashMap<>();
    private final Map<Key, Map<String, String>> paths = new HashMap<>();
    private int unique;

    /** @param participants for each program, whom the client shares with */
    RouteThings(TestingServer server, Map<TestingProgram, Somebody> participants) {
        this.server = server;
        this.participants = participants;
    }

    private record Key(Maker maker, String state) {}

    /** Where a thing is that {@code maker} has made. */
    String path(RouteRow row, Maker maker) {
        return path(row.path(), row.state(), maker);
    }

    String path(String path, String state, Maker maker) {
        Map<String, String> known = paths.computeIfAbsent(new Key(maker, state), _ -> new HashMap<>());
        String found = known.get(path);
        if (found == null) {
            found = "/api/v1" + resolved(path, state, maker);
            known.put(path, found);
        }
        return found;
    }

    /** What was made may be in another state now: it is not used again. */
    void changed(RouteRow row, Maker maker) {
        requests.remove(new Key(maker, row.state()));
        paths.remove(new Key(maker, row.state()));
    }

    String body(RouteRow row, Maker maker) {
        String body = row.body()
                .replace("USER", """
                        {"email":"UNIQUE@example.test","firstName":"A","lastName":"B","role":"client","password":"long enough"}
                        """)
                .replace("UNIQUE", "unique" + ++unique)
                .replace("PM", maker.program().manager().id().toString())
                .replace("TM", maker.program().teamMember().id().toString());
        if (body.contains("FIELDS")) {
            body = body.replace("FIELDS", fieldsInReverse(maker.program()));
        }
        if (body.contains("NEWCOMER")) {
            body = body.replace("NEWCOMER", server.people().teamMember().id().toString());
        }
        return body;
    }

    private String resolved(String path, String state, Maker maker) {
        TestingProgram program = maker.program();
        Somebody user = maker.own() != null || !path.contains("{userId}")
                ? maker.somebody()
                : server.people().client();
        return PLACEHOLDER
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "programId" -> program.id().toString();
                            case "userId" -> user.id().toString();
                            case "sessionId" -> anotherSession(user);
                            case "memberId" -> member(maker).id().toString();
                            case "fieldId" ->
                                id(program.field(Map.of("key", "unique" + ++unique, "label", "A", "type", "text")));
                            case "key" -> request(state, maker).path("key").asText();
                            case "clientId" -> program.anotherClient().id().toString();
                            case "participantId" -> participant(maker, request(state, maker));
                            case "templateId" -> template(program);
                            case "requestId" -> id(request(state, maker));
                            case "commentId" -> comment(maker, request(state, maker));
                            case "deletedCommentId" ->
                                deleted(maker, "comments/" + comment(maker, request(state, maker)), state);
                            case "attachmentId" -> file(maker, request(state, maker));
                            case "deletedAttachmentId" ->
                                deleted(maker, "attachments/" + file(maker, request(state, maker)), state);
                            default -> throw new IllegalArgumentException(found.group());
                        }));
    }

    JsonNode request(String state, Maker maker) {
        Key key = new Key(maker, state);
        JsonNode known = requests.get(key);
        if (known == null) {
            known = made(state, maker.program(), maker.somebody());
            requests.put(key, known);
        }
        return known;
    }

    private JsonNode made(String state, TestingProgram program, Somebody owner) {
        return switch (state) {
            case "draft" -> program.draft(owner);
            case "deleted" -> deleted(program, owner);
            case "submitted" -> program.submitted(owner);
            case "shared" -> program.share(program.submitted(owner), Objects.requireNonNull(participants.get(program)));
            case "in_review" -> program.inReview(owner);
            case "approved" -> program.approved(owner);
            case "rejected" -> program.rejected(owner);
            case "completed" -> program.completed(owner);
            default -> throw new IllegalArgumentException("state: " + state);
        };
    }

    private static JsonNode deleted(TestingProgram program, Somebody owner) {
        JsonNode draft = program.draft(owner);
        owner.client().delete(program.path(draft, "")).expect(204);
        return draft;
    }

    private static Somebody member(Maker maker) {
        return maker.own() == null ? maker.program().anotherTeamMember() : maker.own();
    }

    private String participant(Maker maker, JsonNode request) {
        Somebody participant = maker.program().anotherClient();
        maker.program().share(request, participant);
        return participant.id().toString();
    }

    private String template(TestingProgram program) {
        return id(program.manager()
                .client()
                .post(program.path("templates"), Map.of("name", "unique" + ++unique))
                .expect(201)
                .body());
    }

    private static String comment(Maker maker, JsonNode request) {
        return id(maker.somebody()
                .client()
                .post(maker.program().path(request, "comments"), Map.of("body", "Hello"))
                .expect(201)
                .body());
    }

    private static String file(Maker maker, JsonNode request) {
        return id(maker.somebody()
                .client()
                .upload(maker.program().path(request, "attachments"), "dot.gif", "image/gif", PICTURE)
                .expect(201)
                .body());
    }

    private String deleted(Maker maker, String part, String state) {
        maker.somebody()
                .client()
                .delete(maker.program().path(request(state, maker), part))
                .expect(204);
        return part.substring(part.indexOf('/') + 1);
    }

    /** One that does not carry the calls of this test. */
    private String anotherSession(Somebody user) {
        JsonNode sessions = server.people()
                .logIn(user.email(), TestingPeople.PASSWORD)
                .client()
                .get("me/sessions")
                .expect(200)
                .body()
                .path("data");
        return StreamSupport.stream(sessions.spliterator(), false)
                .filter(session -> session.path("current").asBoolean())
                .map(RouteThings::id)
                .findFirst()
                .orElseThrow();
    }

    private static String fieldsInReverse(TestingProgram program) {
        List<String> ids = new ArrayList<>();
        program.manager()
                .client()
                .get(program.path("fields"))
                .expect(200)
                .body()
                .path("data")
                .forEach(field -> ids.addFirst(field.get("id").toString()));
        return String.join(",", ids);
    }

    private static String id(JsonNode entity) {
        return TestingProgram.id(entity).toString();
    }
}
