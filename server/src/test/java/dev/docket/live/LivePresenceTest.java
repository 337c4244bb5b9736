package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LivePresenceTest {
    private static final TestingClock clock = new TestingClock();
    private static final TestingServer server = TestingServer.start(clock);

    private final TestingProgram program = TestingProgram.create(server);
    private final JsonNode request = program.submitted(program.client());
    private final List<Onlooker> open = new ArrayList<>();

    @AfterEach
    void closeSockets() {
        open.forEach(Onlooker::close);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void showsStaffEverybodyWhoViews() {
        Onlooker manager = viewing(program.manager());
        Onlooker member = at(program.teamMember(), request);
        Onlooker client = at(program.client(), request);

        assertThat(Onlooker.names(member.view())).containsExactly(manager.name());
        manager.sees(member.name());
        assertThat(client.view().path("people")).isEmpty();
        manager.sees(member.name(), client.name());
        member.sees(manager.name(), client.name());

        assertThat(client.leave().path("ok").asBoolean()).isTrue();
        manager.sees(member.name());
    }

    @Test
    void neverShowsClientsWhoMerelyLooksOrTypesForStaff() {
        Onlooker client = viewing(program.client());
        Onlooker manager = viewing(program.manager());
        Onlooker member = viewing(program.teamMember());
        member.type(true);
        manager.sees(member.name() + "*", client.name());
        member.leave();
        manager.sees(client.name());

        member.view();
        manager.sees(member.name(), client.name());
        client.flush();
        assertThat(client.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "manager, false, teamMember client",
        "manager, true,  teamMember",
        "teamMember, false, manager client",
        "teamMember, true, manager",
        "client, false, manager teamMember",
    })
    void showsWhoTypesToWhomMayReadTheComment(String typist, boolean internal, String audience) {
        Map<String, Onlooker> everybody = Map.of(
                "manager", viewing(program.manager()),
                "teamMember", viewing(program.teamMember()),
                "client", viewing(program.client()));
        Onlooker writer = Objects.requireNonNull(everybody.get(typist));
        String typing = writer.name() + "*";
        List<String> told = List.of(audience.split(" "));
        List<Onlooker> readers = told.stream()
                .map(name -> Objects.requireNonNull(everybody.get(name)))
                .toList();

        assertThat(writer.type(internal).path("ok").asBoolean()).isTrue();

        readers.forEach(reader -> reader.seesThat(typing, people -> people.contains(typing)));
        writer.stopTyping();
        readers.forEach(reader -> reader.seesThat("no " + typing, people -> !people.contains(typing)));
        everybody.forEach((name, onlooker) -> {
            onlooker.flush();
            boolean wasTold = onlooker.told().stream().anyMatch(people -> people.contains(typing));
            assertThat(wasTold).as("%s was told", name).isEqualTo(told.contains(name));
        });
    }

    @Test
    void answersStrangersAsIfTheRequestDidNotExist() {
        JsonNode draft = program.draft(program.manager());
        Onlooker manager = viewing(program.manager());
        TestingProgram elsewhere = TestingProgram.create(server);
        JsonNode nothing = view(manager.socket(), program.id(), UUID.randomUUID());
        assertThat(nothing.path("error").path("code").asText()).isEqualTo("not-found");

        assertThat(at(program.anotherClient(), request).view()).isEqualTo(nothing);
        assertThat(at(elsewhere.manager(), request).view()).isEqualTo(nothing);
        assertThat(at(program.teamMember(), draft).view()).isEqualTo(nothing);
        Onlooker insider = at(elsewhere.manager(), request);
        assertThat(view(insider.socket(), elsewhere.id(), TestingProgram.id(request)))
                .isEqualTo(nothing);
        assertThat(insider.type(false).path("error").path("code").asText()).isEqualTo("conflict");

        viewing(program.teamMember());
        manager.sees(program.teamMember().name());
        assertThat(manager.told()).hasSize(1);
    }

    @Test
    void refusesClientsToTypeForStaff() {
        Onlooker client = viewing(program.client());

        assertThat(client.type(true).path("error"))
                .isEqualTo(Json.tree(Map.of(
                        "code", "forbidden", "message", "Only staff of the program can write internal comments.")));
    }

    @Test
    void countsTheTabsOfAUserAsOne() {
        Onlooker manager = viewing(program.manager());
        Onlooker first = viewing(program.teamMember());
        Onlooker second = at(program.teamMember(), request);
        assertThat(Onlooker.names(second.view())).containsExactly(manager.name());
        manager.sees(first.name());

        first.socket().kill();
        second.type(false);
        manager.sees(second.name() + "*");
        assertThat(manager.told()).hasSize(2);

        second.socket().kill();
        manager.sees();
        assertThat(second.told()).isEmpty();
    }

    @Test
    void endsWithTheMembership() {
        Somebody leaver = program.anotherTeamMember();
        Onlooker manager = viewing(program.manager());
        Onlooker gone = viewing(leaver);
        manager.sees(leaver.name());

        program.manager()
                .client()
                .delete(program.path("members/" + leaver.id()))
                .expect(204);

        manager.sees();
        gone.sees();
        assertThat(gone.type(false).path("error").path("code").asText()).isEqualTo("conflict");
        assertThat(gone.view().path("error").path("code").asText()).isEqualTo("not-found");
    }

    @Test
    void followsTheRole() {
        JsonNode draft = program.draft(program.teamMember());
        Somebody demoted = program.join(server.people().manager(), "manager");
        Onlooker author = viewing(program.teamMember(), draft);
        Onlooker colleague = viewing(program.manager());
        RawSocket socket = connect(demoted);
        Onlooker ofDraft = Onlooker.at(socket, demoted, program, draft);
        Onlooker ofRequest = Onlooker.at(socket, demoted, program, request);
        ofDraft.view();
        ofRequest.view();
        author.sees(demoted.name());

        program.manager()
                .client()
                .patch(program.path("members/" + demoted.id()), Map.of("role", "team_member"))
                .expect(200);

        author.sees();
        ofDraft.sees();
        ofRequest.type(true);
        colleague.sees(demoted.name() + "*");
    }

    @Test
    void endsForThoseWhoLoseSightByAWithdrawal() {
        Onlooker manager = viewing(program.manager());
        Onlooker member = viewing(program.teamMember());
        Onlooker client = viewing(program.client());
        manager.sees(member.name(), client.name());

        program.client().client().delete(program.path(request, "submission")).expect(200);

        manager.sees(client.name());
        member.sees();
        manager.type(false);
        client.sees(manager.name() + "*");
        assertThat(member.view().path("error").path("code").asText()).isEqualTo("not-found");
    }

    @Test
    void endsForEverybodyWithTheRequest() {
        JsonNode draft = program.draft(program.client());
        Onlooker manager = viewing(program.manager(), draft);
        Onlooker client = viewing(program.client(), draft);
        manager.sees(client.name());

        program.client().client().delete(program.path(draft, "")).expect(204);

        manager.sees();
        client.sees();
        assertThat(manager.view().path("error").path("code").asText()).isEqualTo("not-found");
    }

    @Test
    void forgetsWhoHasNotTypedForSixSeconds() {
        Onlooker client = viewing(program.client());
        Onlooker manager = viewing(program.manager());
        manager.type(false);
        client.sees(manager.name() + "*");

        clock.pass(Duration.ofSeconds(4));
        manager.type(false);
        clock.pass(Duration.ofSeconds(4));
        client.flush();
        assertThat(client.told()).hasSize(1);
        clock.pass(Duration.ofSeconds(2));

        client.sees();
    }

    @Test
    void viewsAFewRequestsAtATimeAndLeavesTheOldest() {
        List<JsonNode> requests = new ArrayList<>();
        for (int i = 0; i <= SessionPresence.VIEWED; i++) {
            requests.add(program.submitted(program.client()));
        }
        RawSocket socket = connect(program.teamMember());
        List<Onlooker> member = requests.stream()
                .map(request -> Onlooker.at(socket, program.teamMember(), program, request))
                .toList();
        Onlooker manager = viewing(program.manager(), requests.getFirst());
        member.forEach(Onlooker::view);

        member.getFirst().sees();
        assertThat(member.getFirst().type(false).path("ok").asBoolean()).isFalse();
        assertThat(member.getLast().type(false).path("ok").asBoolean()).isTrue();
        manager.type(true);
        member.getFirst().flush();
        assertThat(member.getFirst().told()).hasSize(1);
    }

    @Test
    void refusesWhoSaysTooMuch() {
        Onlooker manager = viewing(program.manager());
        for (int i = 1; i < MessageBudget.AT_ONCE; i++) {
            assertThat(manager.type(false).path("ok").asBoolean()).isTrue();
        }
        JsonNode error = manager.type(false).path("error");
        assertThat(error.path("code").asText()).isEqualTo("too-many");
        assertThat(error.path("message").asText()).contains("20").contains("expected: 2 a second");

        clock.pass(Duration.ofSeconds(1));
        assertThat(manager.leave().path("ok").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "presence:view {} programId: missing (expected: a UUID)",
                "presence:view [] programId: missing (expected: a UUID)",
                "presence:view {'programId':12} programId: 12 (expected: a UUID)",
                "presence:leave {'requestId':'me'} requestId: \"me\" (expected: a UUID)",
                "presence:leave null requestId: missing (expected: a UUID)",
                "presence:typing {'requestId':'ID','internal':'yes'} internal: \"yes\" (expected: true or false)",
                "presence:typing {'requestId':'ID','typing':null} typing: null (expected: true or false)",
            })
    void saysWhatIsWrongWithAMessage(String line) {
        String[] parts = line.split(" ", 3);
        RawSocket socket = connect(program.manager());

        JsonNode answer = socket.ask(
                parts[0],
                TestingProgram.json(parts[1].replace("ID", program.id().toString())));

        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("error").path("code").asText()).isEqualTo("validation");
        assertThat(answer.path("error").path("message").asText()).isEqualTo(parts[2]);
    }

    @Test
    void doesNotDisturbTheRecoveryOfAStockClient() {
        Onlooker member = viewing(program.teamMember());
        Onlooker manager = viewing(program.manager());
        program.submitted(program.manager());
        member.socket().await("an entry", () -> member.socket().has("request:status_changed"));
        manager.type(true);
        member.sees(manager.name() + "*");
        ObjectNode before = member.socket().recovering(program.teamMember().token());
        member.socket().kill();
        manager.sees();

        Onlooker again =
                Onlooker.at(RawSocket.open(server.address(), before).ready(), program.teamMember(), program, request);
        open.add(again);
        assertThat(again.socket().connected().path("pid")).isEqualTo(before.path("pid"));
        again.flush();
        assertThat(again.socket().received()).extracting(Received::event).containsExactly("live:ready");
        assertThat(Onlooker.names(again.view())).containsExactly(manager.name() + "*");
    }

    private static JsonNode view(RawSocket socket, UUID programId, UUID requestId) {
        return socket.ask("presence:view", Map.of("programId", programId, "requestId", requestId));
    }

    private RawSocket connect(Somebody user) {
        return at(user, request).socket();
    }

    private Onlooker at(Somebody user, JsonNode looked) {
        Onlooker onlooker = Onlooker.at(
                RawSocket.open(server.address(), RawSocket.token(user.token())).ready(), user, program, looked);
        open.add(onlooker);
        return onlooker;
    }

    private Onlooker viewing(Somebody user) {
        return viewing(user, request);
    }

    private Onlooker viewing(Somebody user, JsonNode viewed) {
        Onlooker onlooker = at(user, viewed);
        assertThat(onlooker.view().path("ok").asBoolean()).isTrue();
        return onlooker;
    }
}
