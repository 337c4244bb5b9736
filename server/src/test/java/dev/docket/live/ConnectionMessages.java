package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Tries the messages that belong to the connection: what the server says of it, and what one may say. */
final class ConnectionMessages {
    private static final String FROM_SERVER = "What the server says of the connection";
    private static final String TO_SERVER = "What one may say over the connection";
    private static final String WRITES = "writes";
    private static final UUID ANOTHER_EPOCH = new UUID(0, 0);

    private final TestingServer server;
    private final LiveIsolation isolation;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private final List<RawSocket> fresh = new ArrayList<>();

    ConnectionMessages(TestingServer server, LiveIsolation isolation) {
        this.server = server;
        this.isolation = isolation;
    }

    Map<String, List<String>> found() {
        handshakes();
        positions();
        presence();
        messages();
        fresh.forEach(RawSocket::close);
        return lines;
    }

    private void handshakes() {
        row(FROM_SERVER, "connect", "with one's token", column -> {
            RawSocket socket = RawSocket.open(server.address(), RawSocket.token(token(column)));
            fresh.add(socket);
            socket.await("an answer", () -> socket.hasConnected() || socket.hasBeenRefused());
            return socket.hasConnected()
                    ? "ok"
                    : socket.refusal().at("/data/code").asText();
        });
        row(FROM_SERVER, "live:closing", "when somebody was deactivated", column -> {
            List<Received> received = all(column);
            return received.stream()
                    .filter(one -> one.event().equals("live:closing"))
                    .map(one -> one.data().path("reason").asText())
                    .findFirst()
                    .orElse(Reached.NOTHING);
        });
    }

    private void positions() {
        ofPrograms(
                "live:ready",
                (column, program) -> all(column).stream()
                        .filter(one -> one.event().equals("live:ready"))
                        .anyMatch(one ->
                                one.data().path("positions").has(program.id().toString())));
        List<List<Received>> before = received();
        isolation.program().submitted(isolation.program().client());
        isolation.foreign().submitted(isolation.foreign().client());
        isolation.look();
        server.bean(LiveServer.class).tidy();
        isolation.look();
        ofPrograms(
                "live:position",
                (column, program) -> all(column).stream()
                        .skip(before.get(column).size())
                        .filter(one -> one.event().equals("live:position"))
                        .anyMatch(one -> one.program().equals(program.id())));
        List<RawSocket> behind = new ArrayList<>();
        isolation.spectators().forEach(spectator -> behind.add(comeBack(spectator.user())));
        ofPrograms(
                "live:resync",
                (column, program) -> column < behind.size()
                        && behind.get(column).received().stream()
                                .filter(one -> one.event().equals("live:resync"))
                                .anyMatch(one -> one.program().equals(program.id())));
    }

    /** With positions in both programs of a history that is not theirs. */
    private RawSocket comeBack(Somebody user) {
        ObjectNode auth = RawSocket.token(user.token());
        ObjectNode told = auth.putObject("positions");
        for (TestingProgram program : List.of(isolation.program(), isolation.foreign())) {
            told.putObject(program.id().toString())
                    .put("epoch", ANOTHER_EPOCH.toString())
                    .put("seq", 1);
        }
        RawSocket socket = RawSocket.open(server.address(), auth);
        fresh.add(socket);
        socket.await("an answer", () -> socket.has("live:ready") || socket.hasBeenRefused());
        return socket;
    }

    private interface Tells {
        boolean of(int column, TestingProgram program);
    }

    private void ofPrograms(String message, Tells tells) {
        row(FROM_SERVER, message, "of the program", column -> tells.of(column, isolation.program()) ? "yes" : "-");
        row(FROM_SERVER, message, "of another program", column -> tells.of(column, isolation.foreign()) ? "yes" : "-");
    }

    private void presence() {
        JsonNode request = isolation.shared();
        Map<String, ?> at = at(isolation.program(), request);
        Map<String, ?> typing = Map.of("requestId", TestingProgram.id(request));
        for (int column : List.of(1, 0, 2, 3, 4)) {
            ask(column, "presence:view", at);
        }
        awaitPeople(4);
        ask(2, "presence:leave", typing);
        awaitPeople(3);
        told("the client's, shared: the team member looks", 2, "looks", () -> ask(2, "presence:view", at));
        told("the client's, shared: the owner writes", 3, WRITES, () -> ask(3, "presence:typing", typing));
        told("the client's, shared: the team member writes", 2, WRITES, () -> ask(2, "presence:typing", typing));
        Map<String, ?> internally = Map.of("requestId", TestingProgram.id(request), "internal", true);
        told(
                "the client's, shared: the manager writes for staff",
                1,
                WRITES,
                () -> ask(1, "presence:typing", internally));
    }

    /** Everybody is told in one step: when the admin has been, whoever else is told has been, too. */
    private void told(String what, int actor, String expected, Runnable act) {
        List<List<Received>> before = received();
        String name = isolation.spectators().get(actor).user().name();
        act.run();
        isolation
                .spectators()
                .getFirst()
                .socket()
                .await("presence", () -> seen(0, name, before).equals(expected));
        isolation.look();
        row(FROM_SERVER, "presence:changed", what, column -> seen(column, name, before));
    }

    /** What somebody was told of somebody last. */
    private String seen(int column, String name, List<List<Received>> before) {
        return presences(column, before).stream()
                .flatMap(one -> one.data().path("people").valueStream())
                .filter(person -> person.path("name").asText().equals(name))
                .map(person -> person.path("typing").asBoolean() ? WRITES : "looks")
                .reduce((_, last) -> last)
                .orElse(Reached.NOTHING);
    }

    private void awaitPeople(int others) {
        isolation.spectators().getFirst().socket().await(others + " people", () -> {
            List<Received> told = presences(0, List.of());
            return !told.isEmpty() && told.getLast().data().path("total").asInt() == others;
        });
    }

    private void messages() {
        JsonNode theClients = isolation.program().submitted(isolation.program().client());
        JsonNode theTeams = isolation.program().draft(isolation.program().teamMember());
        JsonNode foreign = isolation.foreign().submitted(isolation.foreign().client());
        fresh.forEach(RawSocket::close);
        List<RawSocket> sockets = new ArrayList<>();
        isolation
                .spectators()
                .subList(0, 6)
                .forEach(spectator -> sockets.add(RawSocket.open(
                                server.address(),
                                RawSocket.token(spectator.user().token()))
                        .ready()));
        fresh.addAll(sockets);
        said(sockets, "presence:view", "presence:answered", "the client's", at(isolation.program(), theClients));
        Map<String, ?> typing = Map.of("requestId", TestingProgram.id(theClients));
        said(sockets, "presence:typing", "presence:answered", "the client's, for everybody", typing);
        said(
                sockets,
                "presence:typing",
                "presence:answered",
                "the client's, for staff",
                Map.of("requestId", TestingProgram.id(theClients), "internal", true));
        said(sockets, "presence:leave", "presence:answered", "the client's", typing);
        said(sockets, "presence:view", "presence:answered", "the team's draft", at(isolation.program(), theTeams));
        said(sockets, "presence:view", "presence:answered", "foreign", at(isolation.foreign(), foreign));
        said(
                sockets,
                "presence:view",
                "presence:answered",
                "foreign, through the program",
                at(isolation.program(), foreign));
        said(
                sockets,
                "presence:typing",
                "presence:answered",
                "foreign",
                Map.of("requestId", TestingProgram.id(foreign)));
        row(
                TO_SERVER,
                "auth:refresh → auth:refreshed",
                "one's own token",
                column -> answered(sockets, column, "auth:refresh", Map.of("token", token(column))));
        String another = server.people().teamMember().token();
        row(
                TO_SERVER,
                "auth:refresh → auth:refreshed",
                "somebody else's token",
                column -> answered(sockets, column, "auth:refresh", Map.of("token", another)));
    }

    private void said(List<RawSocket> sockets, String message, String answer, String what, Map<String, ?> argument) {
        row(TO_SERVER, message + " → " + answer, what, column -> answered(sockets, column, message, argument));
    }

    /** Who has no socket can say nothing. */
    private static String answered(List<RawSocket> sockets, int column, String message, Map<String, ?> argument) {
        if (column >= sockets.size()) {
            return Reached.NOTHING;
        }
        JsonNode answer = sockets.get(column).ask(message, argument);
        String code = answer.path("code").asText();
        return answer.path("ok").asBoolean()
                ? "ok"
                : code.isEmpty() ? answer.at("/error/code").asText() : code;
    }

    private void ask(int column, String message, Map<String, ?> argument) {
        JsonNode answer = isolation.spectators().get(column).socket().ask(message, argument);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(message + " by column " + column + ": " + answer);
        }
    }

    private void row(String area, String message, String what, Function<Integer, String> cell) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < LiveIsolation.COLUMNS; column++) {
            cells.add(cell.apply(column));
        }
        lines.computeIfAbsent(area, _ -> new ArrayList<>())
                .add(String.join(" | ", message, what, "", String.join(" ", cells), ""));
    }

    private List<Received> presences(int column, List<List<Received>> before) {
        return all(column).stream()
                .skip(before.isEmpty() ? 0 : before.get(column).size())
                .filter(one -> one.event().equals("presence:changed"))
                .toList();
    }

    private List<List<Received>> received() {
        List<List<Received>> all = new ArrayList<>();
        for (int column = 0; column < LiveIsolation.COLUMNS; column++) {
            all.add(all(column));
        }
        return all;
    }

    private List<Received> all(int column) {
        List<Spectator> spectators = isolation.spectators();
        return column < spectators.size() ? spectators.get(column).socket().received() : List.of();
    }

    private String token(int column) {
        List<Spectator> spectators = isolation.spectators();
        return column < spectators.size() ? spectators.get(column).user().token() : "";
    }

    private static Map<String, ?> at(TestingProgram program, JsonNode request) {
        return Map.of("programId", program.id(), "requestId", TestingProgram.id(request));
    }
}
