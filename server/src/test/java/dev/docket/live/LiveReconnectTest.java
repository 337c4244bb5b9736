package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiveReconnectTest {
    private static final int REPLAY_LIMIT = 60;

    private static final TestingServer withMemory = TestingServer.start(limits(1_000, 200));
    private static final TestingServer withoutMemory = TestingServer.start(limits(0, 7));

    private TestingServer server = withMemory;

    @AfterAll
    static void close() {
        withMemory.close();
        withoutMemory.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trap4ContinuesExactlyWhereTheClientWas(boolean fromMemory) {
        server = fromMemory ? withMemory : withoutMemory;
        TestingProgram program = TestingProgram.create(server);
        JsonNode request = program.draft(program.manager());
        RawSocket before = open(RawSocket.token(program.manager().token()));
        long start = position(before, program);
        edit(program, request, 5);
        before.await("five entries", () -> before.entries(program.id()).size() == 5);
        before.kill();
        edit(program, request, 40);

        try (RawSocket after = open(positions(before, program, start + 5))) {
            edit(program, request, 5);

            after.await("what is newer", () -> after.entries(program.id()).size() >= 45);
            assertThat(seqs(after, program))
                    .isEqualTo(LongStream.rangeClosed(start + 6, start + 50)
                            .boxed()
                            .toList());
            assertThat(after.has("live:resync")).isFalse();
            assertThat(position(after, program)).isGreaterThanOrEqualTo(start + 45);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replaysOnlyWhatTheViewerMaySee(boolean fromMemory) {
        server = fromMemory ? withMemory : withoutMemory;
        TestingProgram program = TestingProgram.create(server);
        RawSocket before = open(RawSocket.token(program.client().token()));
        long start = position(before, program);
        before.kill();
        JsonNode foreign = program.submitted(program.teamMember());
        JsonNode own = program.submitted(program.client());
        edit(program, foreign, 3);

        try (RawSocket after = open(positions(before, program, start))) {
            assertThat(after.entries(program.id()))
                    .extracting(one -> one.data().path("requestId"))
                    .containsExactly(own.path("id"), own.path("id"));
            assertThat(position(after, program)).isEqualTo(start + 7);
        }
    }

    @Test
    void trap4AsksAClientThatMissedTooMuchToLoadAnew() {
        TestingProgram program = TestingProgram.create(server);
        JsonNode request = program.draft(program.manager());
        RawSocket before = open(RawSocket.token(program.manager().token()));
        long start = position(before, program);
        before.kill();
        edit(program, request, REPLAY_LIMIT + 1);

        try (RawSocket after = open(positions(before, program, start))) {
            JsonNode resync = after.first("live:resync");
            assertThat(resync.path("programId").asText()).isEqualTo(program.id().toString());
            assertThat(resync.path("position").path("seq").asLong()).isEqualTo(start + REPLAY_LIMIT + 1);
            assertThat(after.entries(program.id())).isEmpty();

            edit(program, request, 1);
            after.await("what is newer", () -> !after.entries(program.id()).isEmpty());
            assertThat(seqs(after, program)).containsExactly(start + REPLAY_LIMIT + 2);
        }
    }

    /** What a client missed may hold values of a field that is for staff only by now. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replaysToNoClientWhatIsHiddenFromClientsSince(boolean fromMemory) {
        server = fromMemory ? withMemory : withoutMemory;
        TestingProgram program = TestingProgram.create(server);
        JsonNode field = program.field(Map.of("key", "margin", "label", "Our margin", "type", "text"));
        RawSocket before = open(RawSocket.token(program.client().token()));
        RawSocket staff = open(RawSocket.token(program.teamMember().token()));
        long start = position(before, program);
        before.kill();
        staff.kill();
        JsonNode request = program.draft(program.client(), Map.of("fields", Map.of("margin", "seventeen percent")));
        program.step(program.client(), request, "submission");
        program.manager()
                .client()
                .patch(program.path("fields/" + TestingProgram.id(field)), Map.of("visibility", "staff"))
                .expect(200);
        long hiddenAt = start + 3;

        try (RawSocket after = open(positions(before, program, start))) {
            assertThat(after.first("live:resync").at("/position/seq").asLong()).isEqualTo(hiddenAt);
            assertThat(after.entries(program.id())).isEmpty();
        }
        try (RawSocket after = open(positions(before, program, hiddenAt))) {
            assertThat(after.has("live:resync")).isFalse();
        }
        try (RawSocket after = open(positions(staff, program, start))) {
            after.await(
                    "all that staff missed", () -> !after.entries(program.id()).isEmpty());
            assertThat(after.has("live:resync")).isFalse();
        }
    }

    @Test
    void asksAClientOfAnotherHistoryToLoadAnew() {
        TestingProgram program = TestingProgram.create(server);
        ObjectNode auth = RawSocket.token(program.manager().token());
        auth.putObject("positions")
                .putObject(program.id().toString())
                .put("epoch", "01890a5d-ac96-774b-bcce-b302099a8057")
                .put("seq", 1);

        try (RawSocket socket = open(auth)) {
            assertThat(socket.has("live:resync")).isTrue();
        }
    }

    @Test
    void asksAClientThatIsAheadOfTheJournalToLoadAnew() {
        TestingProgram program = TestingProgram.create(server);
        RawSocket before = open(RawSocket.token(program.manager().token()));
        before.kill();

        try (RawSocket after = open(positions(before, program, 1_000))) {
            assertThat(after.has("live:resync")).isTrue();
        }
    }

    @Test
    void givesARemovedMemberNothingOfTheProgram() {
        TestingProgram program = TestingProgram.create(server);
        Somebody leaver = program.teamMember();
        RawSocket before = open(RawSocket.token(leaver.token()));
        long start = position(before, program);
        before.kill();
        program.submitted(program.manager());
        program.manager()
                .client()
                .delete(program.path("members/" + leaver.id()))
                .expect(204);

        try (RawSocket after = open(positions(before, program, start))) {
            assertThat(after.first("live:ready").path("positions")).isEmpty();
            assertThat(after.received()).extracting(Received::event).containsExactly("live:ready");
        }
    }

    private static void edit(TestingProgram program, JsonNode request, int times) {
        for (int i = 0; i < times; i++) {
            program.manager()
                    .client()
                    .patch(program.path(request, ""), Map.of("title", "Title " + System.nanoTime()))
                    .expect(200);
        }
    }

    private RawSocket open(ObjectNode auth) {
        return RawSocket.open(server.address(), auth).ready();
    }

    /** What our own client sends when it comes back: its token and where it was. */
    private static ObjectNode positions(RawSocket before, TestingProgram program, long seq) {
        ObjectNode auth = before.auth();
        JsonNode epoch = before.first("live:ready")
                .path("positions")
                .path(program.id().toString())
                .path("epoch");
        auth.putObject("positions")
                .putObject(program.id().toString())
                .put("seq", seq)
                .set("epoch", epoch);
        return auth;
    }

    private static long position(RawSocket socket, TestingProgram program) {
        return socket.first("live:ready")
                .path("positions")
                .path(program.id().toString())
                .path("seq")
                .asLong();
    }

    private static List<Long> seqs(RawSocket socket, TestingProgram program) {
        return socket.entries(program.id()).stream().map(Received::seq).toList();
    }

    private static LiveLimits limits(int ringEntries, int page) {
        return new LiveLimits(
                ringEntries, 1 << 20, REPLAY_LIMIT, page, 8, 512 << 10, Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}
