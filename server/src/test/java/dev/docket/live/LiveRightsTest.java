package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class LiveRightsTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void endWithTheMembership() {
        Somebody leaver = program.teamMember();
        try (RawSocket socket = ready(leaver)) {
            program.manager()
                    .client()
                    .delete(program.path("members/" + leaver.id()))
                    .expect(204);
            assertThat(socket.first("member:removed")
                            .path("data")
                            .path("userId")
                            .asText())
                    .isEqualTo(leaver.id().toString());

            program.submitted(program.manager());
            awaitReleased();
            flush(socket, leaver);
            assertThat(socket.entries(program.id())).hasSize(1);
        }
    }

    @Test
    void beginWithTheMembership() {
        Somebody newcomer = server.people().client();
        try (RawSocket socket = ready(newcomer)) {
            program.join(newcomer, "client");
            program.submitted(newcomer);

            socket.await("three entries", () -> socket.entries(program.id()).size() == 3);
            assertThat(socket.entries(program.id()))
                    .extracting(Received::event)
                    .containsExactly("member:added", "request:created", "request:status_changed");
        }
    }

    @Test
    void changeWithTheRole() {
        Somebody demoted = program.join(server.people().manager(), "manager");
        try (RawSocket socket = ready(demoted)) {
            program.manager()
                    .client()
                    .patch(program.path("members/" + demoted.id()), Map.of("role", "team_member"))
                    .expect(200);
            assertThat(socket.first("member:updated")
                            .path("data")
                            .path("member")
                            .path("role")
                            .asText())
                    .isEqualTo("team_member");

            program.draft(program.teamMember());
            awaitReleased();
            flush(socket, demoted);
            assertThat(socket.has("request:created")).isFalse();

            program.manager()
                    .client()
                    .patch(program.path("members/" + demoted.id()), Map.of("role", "manager"))
                    .expect(200);
            program.draft(program.teamMember());
            assertThat(socket.first("request:created")
                            .path("data")
                            .path("request")
                            .path("status")
                            .asText())
                    .isEqualTo("draft");
        }
    }

    @Test
    void comeBackWithANewMembership() {
        Somebody member = program.teamMember();
        try (RawSocket socket = ready(member)) {
            program.manager()
                    .client()
                    .delete(program.path("members/" + member.id()))
                    .expect(204);
            program.submitted(program.manager());
            program.join(member, "team_member");
            JsonNode request = program.submitted(program.manager());

            socket.await("the new request", () -> socket.entries(program.id()).size() >= 3);
            assertThat(socket.entries(program.id()))
                    .extracting(Received::event)
                    .containsExactly("member:removed", "member:added", "request:status_changed");
            assertThat(socket.entries(program.id()).getLast().data().path("requestId"))
                    .isEqualTo(request.path("id"));
        }
    }

    @Test
    void letAdminsSeeANewProgramAtOnce() {
        Somebody admin = server.people().admin();
        try (RawSocket socket = ready(admin)) {
            TestingProgram created = TestingProgram.create(server);
            created.submitted(created.client());

            socket.await(
                    "the request",
                    () -> socket.entries(created.id()).stream()
                            .anyMatch(one -> one.event().equals("request:status_changed")));
            assertThat(socket.entries(created.id()).getFirst().seq()).isEqualTo(1);
        }
    }

    @Test
    void letTheCreatorSeeANewProgramAtOnce() {
        Somebody creator = server.people().manager();
        try (RawSocket socket = ready(creator)) {
            creator.client()
                    .post("programs", Map.of("name", "Mine " + creator.id()))
                    .expect(201);

            assertThat(socket.first("program:created").path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void endTheConnectionOfADeactivatedUser() {
        Somebody user = program.teamMember();
        RawSocket socket = ready(user);

        server.people()
                .firstAdmin()
                .client()
                .patch("users/" + user.id(), Map.of("active", false))
                .expect(200);

        assertThat(socket.first("live:closing").path("reason").asText()).isEqualTo("user_inactive");
        socket.awaitClosed();
        RawSocket again = RawSocket.open(server.address(), socket.auth());
        assertThat(again.refusal().path("data").path("code").asText()).isEqualTo("user_inactive");
    }

    @Test
    void endTheConnectionOfAUserWithAnotherRole() {
        Somebody user = server.people().admin();
        RawSocket socket = ready(user);

        server.people()
                .firstAdmin()
                .client()
                .patch("users/" + user.id(), Map.of("role", "manager"))
                .expect(200);

        socket.awaitClosed();
        try (RawSocket again = ready(user)) {
            assertThat(again.first("live:ready").path("positions")).isEmpty();
        }
    }

    private static RawSocket ready(Somebody user) {
        return RawSocket.open(server.address(), RawSocket.token(user.token())).ready();
    }

    /** When the manager has it, it has been released. */
    private void awaitReleased() {
        try (RawSocket manager = RawSocket.open(
                        server.address(), RawSocket.token(program.manager().token()))
                .ready()) {
            program.submitted(program.manager());
            manager.await("an entry", () -> manager.has("request:status_changed"));
        }
    }

    /** What was emitted before the answer has arrived before it. */
    private static void flush(RawSocket socket, Somebody user) {
        assertThat(socket.ask("auth:refresh", Map.of("token", user.token()))
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }
}
