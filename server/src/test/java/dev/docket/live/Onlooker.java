package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Somebody with a socket who looks at one request, and at who else does. */
final class Onlooker implements AutoCloseable {
    private final RawSocket socket;
    private final Somebody user;
    private final UUID program;
    private final UUID request;

    private Onlooker(RawSocket socket, Somebody user, UUID program, UUID request) {
        this.socket = socket;
        this.user = user;
        this.program = program;
        this.request = request;
    }

    static Onlooker at(RawSocket socket, Somebody user, TestingProgram program, JsonNode request) {
        return new Onlooker(socket, user, program.id(), TestingProgram.id(request));
    }

    RawSocket socket() {
        return socket;
    }

    String name() {
        return user.name();
    }

    JsonNode view() {
        return socket.ask("presence:view", Map.of("programId", program, "requestId", request));
    }

    JsonNode leave() {
        return socket.ask("presence:leave", Map.of("requestId", request));
    }

    JsonNode type(boolean internal) {
        return socket.ask("presence:typing", Map.of("requestId", request, "internal", internal));
    }

    JsonNode stopTyping() {
        return socket.ask("presence:typing", Map.of("requestId", request, "internal", false, "typing", false));
    }

    /** What it was told, in order: each time everybody, those who type marked by a star. */
    List<List<String>> told() {
        return socket.received().stream()
                .filter(one -> one.event().equals("presence:changed"))
                .map(Received::data)
                .filter(data -> data.path("requestId").asText().equals(request.toString()))
                .map(Onlooker::names)
                .toList();
    }

    /** Waits until what it was told last is this, in any order. */
    void sees(String... people) {
        List<String> expected = List.of(people);
        seesThat("it is told of " + expected, last -> last.size() == expected.size() && last.containsAll(expected));
    }

    void seesThat(String what, Predicate<List<String>> condition) {
        socket.await(what, () -> {
            List<List<String>> told = told();
            return !told.isEmpty() && condition.test(told.getLast());
        });
    }

    /** Waits until everything has arrived that was sent before the call. */
    void flush() {
        JsonNode answer = socket.ask("auth:refresh", Map.of("token", user.token()));
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(Json.write(answer));
        }
    }

    static List<String> names(JsonNode message) {
        return StreamSupport.stream(message.path("people").spliterator(), false)
                .map(person ->
                        person.path("name").asText() + (person.path("typing").asBoolean() ? "*" : ""))
                .toList();
    }

    @Override
    public void close() {
        socket.close();
    }
}
