package dev.docket.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.identity.Role;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Reader;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemberApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody teamMember = program.teamMember();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void showsStaffTheMembersAndClientsOnlyNamesAndRoles() {
        Answer forStaff = teamMember.client().get(program.path("members")).expect(200);
        Answer forClient = client.client().get(program.path("members")).expect(200);

        assertThat(forStaff.body().path("data").findValuesAsText("email"))
                .containsExactlyInAnyOrder(manager.email(), teamMember.email(), client.email());
        assertThat(forStaff.body().path("data").findValuesAsText("globalRole"))
                .containsExactlyInAnyOrder("manager", "team_member", "client");
        assertThat(forClient.body().path("data").findValuesAsText("role"))
                .containsExactlyInAnyOrder("manager", "team_member", "client");
        assertThat(forClient.text())
                .contains(manager.name())
                .doesNotContain("@")
                .doesNotContain("globalRole");
    }

    @ParameterizedTest(name = "a global {0} as {1}: {2}")
    @CsvSource({
        "ADMIN,       manager,     201",
        "MANAGER,     manager,     201",
        "MANAGER,     team_member, 201",
        "MANAGER,     client,      409",
        "TEAM_MEMBER, manager,     201",
        "TEAM_MEMBER, team_member, 201",
        "TEAM_MEMBER, client,      409",
        "CLIENT,      manager,     409",
        "CLIENT,      team_member, 409",
        "CLIENT,      client,      201",
    })
    void keepsClientsAndStaffApart(Role global, String role, int status) {
        Somebody somebody = server.people().create(global);

        Answer answer = add(somebody.id(), role).expect(status);

        if (status == 409) {
            assertThat(answer.detail()).startsWith(somebody.name() + " is ").endsWith("client of a program.");
        }
    }

    @Test
    void keepsClientsAndStaffApartWhenRolesChange() {
        changeRole(client, "team_member").expect(409);
        changeRole(teamMember, "client").expect(409);
        changeRole(teamMember, "manager").expect(200);
    }

    @Test
    void refusesWhomItCannotAdd() {
        Somebody gone = server.people().teamMember();
        server.people()
                .firstAdmin()
                .client()
                .patch("users/" + gone.id(), Map.of("active", false))
                .expect(200);

        add(teamMember.id(), "team_member").expect(409);
        assertThat(add(gone.id(), "team_member").expect(400).detail()).endsWith("(expected: an active user)");
        add(UUID.randomUUID(), "team_member").expect(400);
        manager.client().post(program.path("members"), Map.of("role", "client")).expect(400);
        manager.client()
                .post(program.path("members"), Map.of("userId", gone.id()))
                .expect(400);
        changeRole(gone, "manager").expect(404);
        manager.client().delete(program.path("members/" + gone.id())).expect(404);
    }

    @Test
    void keepsTheLastManagerUnlessAnAdminDecides() {
        String self = program.path("members/" + manager.id());
        assertThat(manager.client().delete(self).expect(409).detail())
                .isEqualTo(manager.name() + " is the last manager of the program."
                        + " Make somebody else a manager first, or ask an admin.");
        changeRole(manager, "team_member").expect(409);

        changeRole(teamMember, "manager").expect(200);
        manager.client().delete(self).expect(204);
        server.people()
                .admin()
                .client()
                .delete(program.path("members/" + teamMember.id()))
                .expect(204);
    }

    /** Trap 8: each of the two sees the other as the manager who is left. */
    @Test
    void trap8NeverLosesItsLastManagerToTwoWhoGoAtOnce() throws Exception {
        changeRole(teamMember, "manager").expect(200);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Somebody leaving : List.of(manager, teamMember)) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return leaving.client().delete(program.path("members/" + leaving.id()));
                }));
            }
        }

        assertThat(List.of(answers.get(0).get().status(), answers.get(1).get().status()))
                .containsExactlyInAnyOrder(204, 409);
    }

    /** Trap 3, the part of REST: rights are kept after removal, or never gained. */
    @Test
    void trap3GivesAndTakesRightsAtOnce() {
        Somebody newcomer = server.people().teamMember();
        newcomer.client().get(program.path("")).expect(404);

        add(newcomer.id(), "team_member").expect(201);
        newcomer.client().get(program.path("")).expect(200);
        newcomer.client().patch(program.path(""), Map.of("description", "Mine")).expect(403);

        changeRole(newcomer, "manager").expect(200);
        newcomer.client().patch(program.path(""), Map.of("description", "Mine")).expect(200);

        manager.client().delete(program.path("members/" + newcomer.id())).expect(204);
        newcomer.client().get(program.path("")).expect(404);
        newcomer.client().get(program.path("requests")).expect(404);
        newcomer.client()
                .post(program.path("requests"), Map.of("title", "Still here"))
                .expect(404);
    }

    @Test
    void writesEntriesThatNameTheOneConcerned() {
        Somebody anotherClient = program.anotherClient();
        changeRole(teamMember, "manager").expect(200);
        manager.client().delete(program.path("members/" + anotherClient.id())).expect(204);
        manager.client().delete(program.path("members/" + teamMember.id())).expect(204);

        Entry added = newest(EventType.MEMBER_ADDED);
        assertThat(added.subjectId()).isEqualTo(anotherClient.id());
        assertThat(added.audience().level()).isEqualTo(Level.STAFF);
        assertThat(added.audience().clientUsers()).containsExactly(anotherClient.id());
        assertThat(added.data()).contains(anotherClient.email());
        assertThat(added.clientData()).contains(anotherClient.name()).doesNotContain(anotherClient.email());
        assertThat(newest(EventType.MEMBER_UPDATED)
                        .changeList()
                        .getFirst()
                        .after()
                        .asText())
                .isEqualTo("manager");
        Entry removed = newest(EventType.MEMBER_REMOVED);
        assertThat(removed.subjectId()).isEqualTo(teamMember.id());
        assertThat(removed.audience().staffUsers()).containsExactly(teamMember.id());
    }

    @Test
    void leavesNoTraceIfTheRoleStays() {
        changeRole(teamMember, "team_member").expect(200);

        assertThat(entries()).extracting(Entry::event).doesNotContain(EventType.MEMBER_UPDATED);
    }

    private Answer add(UUID userId, String role) {
        return manager.client().post(program.path("members"), Map.of("userId", userId, "role", role));
    }

    private Answer changeRole(Somebody member, String role) {
        return manager.client().patch(program.path("members/" + member.id()), Map.of("role", role));
    }

    private Entry newest(EventType event) {
        return entries().stream()
                .filter(entry -> entry.event() == event)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private List<Entry> entries() {
        return server.bean(JournalReading.class)
                .missed(program.id(), 0, Long.MAX_VALUE, 100, new Reader(manager.id(), Reader.Sight.MANAGER));
    }
}
