package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.testing.Contract;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A day in a program, and whether all that reached the sockets is what the AsyncAPI document says. */
final class LiveContractTest {
    /** Of a program that nobody can follow yet, and of connections that end or were away too long. */
    private static final Set<String> NOT_ON_THIS_DAY = Set.of("program:created", "live:resync", "live:closing");

    private static final TestingServer server = TestingServer.start();
    private static final Contract contract = Contract.ofEvents();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody teamMember = program.teamMember();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void sendsWhatTheDocumentSays() {
        try (RawSocket first = ready(manager);
                RawSocket second = ready(teamMember);
                RawSocket third = ready(client);
                RawSocket fourth = ready(server.people().admin())) {
            program.submitted(teamMember);
            server.bean(LiveServer.class).tidy();
            third.first("live:position");
            workADay();
            SystemChanges.all(server).values().forEach(Runnable::run);
            fourth.first("settings:updated");
            first.first("member:removed");
            second.first("member:removed");
            third.first("program:updated");
            JsonNode yes = third.ask("auth:refresh", Map.of("token", client.token()));
            JsonNode no = third.ask("auth:refresh", Map.of("token", "wrong"));

            watchEachOther(first, second);
            Set<String> seen = new TreeSet<>(Set.of("auth:refresh", "auth:refreshed"));
            seen.addAll(Set.of("presence:view", "presence:leave", "presence:typing", "presence:answered"));
            for (RawSocket socket : List.of(first, second, third, fourth)) {
                socket.received().forEach(event -> {
                    contract.checkMessage(event.event(), event.data());
                    seen.add(event.event());
                });
            }
            contract.checkMessage("auth:refreshed", yes);
            contract.checkMessage("auth:refreshed", no);
            seen.addAll(NOT_ON_THIS_DAY);
            assertThat(contract.messages()).containsExactlyInAnyOrderElementsOf(seen);
        }
    }

    @Test
    void refusesWhatTheDocumentDoesNotSay() {
        JsonNode wrong = Json.parse("{\"reason\":\"boredom\"}");

        assertThatThrownBy(() -> contract.checkMessage("live:closing", wrong))
                .hasMessageContaining("differs from its description");
    }

    private static RawSocket ready(Somebody user) {
        return RawSocket.open(server.address(), RawSocket.token(user.token())).ready();
    }

    private void watchEachOther(RawSocket one, RawSocket other) {
        JsonNode request = program.submitted(teamMember);
        var at = Map.of("programId", program.id(), "requestId", TestingProgram.id(request));
        var it = Map.of("requestId", TestingProgram.id(request));
        List<JsonNode> answers = new ArrayList<>(List.of(one.ask("presence:view", at), other.ask("presence:view", at)));
        one.first("presence:changed");
        answers.add(other.ask("presence:typing", it));
        answers.add(other.ask("presence:view", Map.of("programId", "none")));
        answers.add(other.ask("presence:leave", it));

        answers.forEach(answer -> contract.checkMessage("presence:answered", answer));
    }

    private void workADay() {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        program.field(Map.of("key", "kind", "label", "Kind", "type", "dropdown", "options", List.of("a", "b")));
        JsonNode request = program.draft(client, Map.of("fields", Map.of("cost", 4.5, "kind", "a")));
        client.client()
                .patch(program.path(request, ""), Map.of("title", "A better title", "dueDate", "2026-12-24"))
                .expect(200);
        program.step(client, request, "submission");
        program.assign(request, teamMember);
        program.assign(request, manager);
        contribute(request);
        client.client().delete(program.path(request, "watch")).expect(204);
        manager.client()
                .post(program.path(request, "rejection"), Map.of("reason", "Not now"))
                .expect(200);
        JsonNode withdrawn = program.submitted(teamMember);
        teamMember.client().delete(program.path(withdrawn, "submission")).expect(200);
        teamMember.client().delete(program.path(withdrawn, "")).expect(204);
        program.set(Map.of("description", "Something else", "maxActiveRequests", 50));
        Somebody another = program.anotherTeamMember();
        manager.client()
                .patch(program.path("members/" + another.id()), Map.of("role", "manager"))
                .expect(200);
        manager.client().delete(program.path("members/" + another.id())).expect(204);
    }

    private void contribute(JsonNode request) {
        JsonNode comment = client.client()
                .post(program.path(request, "comments"), Map.of("body", "Hello"))
                .expect(201)
                .body();
        client.client()
                .patch(program.path(request, "comments/" + TestingProgram.id(comment)), Map.of("body", "Hello!"))
                .expect(200);
        client.client()
                .delete(program.path(request, "comments/" + TestingProgram.id(comment)))
                .expect(204);
        JsonNode file = client.client()
                .upload(
                        program.path(request, "attachments"),
                        "note.txt",
                        "text/plain",
                        "A note".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .body();
        client.client()
                .delete(program.path(request, "attachments/" + TestingProgram.id(file)))
                .expect(204);
    }
}
