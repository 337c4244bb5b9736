package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stock client does when its connection breaks: it sends its {@code pid} and the last offset. */
final class LiveRecoveryTest {
    private final TestingDatabase database = TestingDatabase.create();
    private TestingServer server = TestingServer.startOver(database, LiveLimits.of(100, 16));
    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void continuesAsTheSameSocketWithExactlyWhatWasMissed() {
        RawSocket before = open(RawSocket.token(manager.token()));
        JsonNode request = program.draft(manager);
        before.await("an entry", () -> before.entries(program.id()).size() == 1);
        before.kill();
        edit(program, request, 5);

        try (RawSocket after = open(before.recovering(manager.token()))) {
            edit(program, request, 2);

            assertThat(after.connected()).isEqualTo(before.connected());
            after.await("what is newer", () -> after.entries(program.id()).size() >= 7);
            long last = before.entries(program.id()).getLast().seq();
            assertThat(after.entries(program.id()).stream().map(Received::seq))
                    .containsExactly(last + 1, last + 2, last + 3, last + 4, last + 5, last + 6, last + 7);
        }
    }

    @Test
    void continuesAfterARestartOfTheServer() {
        TestingProgram other = TestingProgram.create(server);
        other.join(manager, "manager");
        RawSocket before = open(RawSocket.token(manager.token()));
        JsonNode request = program.draft(manager);
        JsonNode otherRequest = other.draft(other.manager());
        before.await("an entry", () -> before.has("request:created"));
        edit(program, request, 2);
        edit(other, otherRequest, 2);
        server.close();
        before.awaitClosed();
        server = TestingServer.startOver(database);

        try (RawSocket after = open(before.recovering(manager.token()))) {
            assertThat(after.connected()).isEqualTo(before.connected());
            assertThat(receivedSinceReady(program, before, after)).hasSize(3);
            assertThat(receivedSinceReady(other, before, after)).hasSize(3);
        }
    }

    /** By which of the two connections does not matter; of the other program some may have come by both. */
    private static Set<Long> receivedSinceReady(TestingProgram in, RawSocket before, RawSocket after) {
        long start = before.first("live:ready")
                .path("positions")
                .path(in.id().toString())
                .path("seq")
                .asLong();
        return Stream.of(before, after)
                .flatMap(socket -> socket.entries(in.id()).stream())
                .map(Received::seq)
                .filter(seq -> seq > start)
                .collect(Collectors.toSet());
    }

    @Test
    void trap4LosesNothingWhenTheConnectionBreaksInTheMiddleOfTheReplay() {
        TestingProgram other = TestingProgram.create(server);
        other.join(manager, "manager");
        RawSocket before = open(RawSocket.token(manager.token()));
        JsonNode request = program.draft(manager);
        JsonNode otherRequest = other.draft(other.manager());
        before.await(
                "both",
                () -> before.entries(program.id()).size() == 1
                        && before.entries(other.id()).size() == 1);
        before.kill();
        edit(program, request, 20);
        edit(other, otherRequest, 20);
        RawSocket whole = open(before.recovering(manager.token()));
        List<Received> replay =
                whole.received().stream().filter(Received::isEntry).toList();
        whole.kill();

        // Wherever it breaks, the offset of the last event received leads to the rest, and to nothing else.
        assertThat(replay).hasSizeGreaterThanOrEqualTo(40);
        for (int received : new int[] {1, 10, 19, 20, 21, 30, replay.size() - 1}) {
            ObjectNode auth = before.recovering(manager.token())
                    .put("offset", replay.get(received - 1).offset());
            try (RawSocket after = open(auth)) {
                assertThat(after.connected().path("sid"))
                        .isEqualTo(before.connected().path("sid"));
                Set<JsonNode> ids = new HashSet<>();
                replay.subList(0, received).forEach(one -> ids.add(one.data().path("id")));
                after.received().stream()
                        .filter(Received::isEntry)
                        .forEach(one -> assertThat(ids.add(one.data().path("id")))
                                .as("twice: " + one)
                                .isTrue());
                assertThat(ids).hasSameSizeAs(replay);
            }
        }
    }

    @Test
    void continuesFromItsBeginningIfItHasSeenNothingYet() {
        RawSocket before = open(RawSocket.token(manager.token()));
        before.kill();
        program.draft(manager);

        try (RawSocket after = open(before.recovering(manager.token()))) {
            assertThat(after.connected()).isEqualTo(before.connected());
            assertThat(after.has("request:created")).isTrue();
        }
    }

    @Test
    void isRefusedToSomebodyElse() {
        RawSocket before = open(RawSocket.token(manager.token()));
        before.kill();

        try (RawSocket thief = open(before.recovering(program.teamMember().token()))) {
            assertThat(thief.connected().path("sid"))
                    .isNotEqualTo(before.connected().path("sid"));
        }
    }

    @Test
    void isRefusedForAPassThatWasMadeUp() {
        ObjectNode auth = RawSocket.token(manager.token()).put("pid", "made up").put("offset", "1.2");

        try (RawSocket socket = open(auth)) {
            assertThat(socket.connected().path("sid").asText()).isNotEmpty();
        }
    }

    @Test
    void isRefusedWhenTooMuchWasMissed() {
        RawSocket before = open(RawSocket.token(manager.token()));
        JsonNode request = program.draft(manager);
        before.await("an entry", () -> before.has("request:created"));
        before.kill();
        edit(program, request, 101);

        try (RawSocket after = open(before.recovering(manager.token()))) {
            assertThat(after.connected().path("sid"))
                    .isNotEqualTo(before.connected().path("sid"));
        }
    }

    @Test
    void isNotOfferedToAClientThatTellsItsPositions() {
        ObjectNode auth = RawSocket.token(manager.token());
        auth.putObject("positions");

        try (RawSocket socket = open(auth)) {
            assertThat(socket.connected().has("pid")).isFalse();
        }
    }

    @Test
    void givesWayToPositions() {
        RawSocket before = open(RawSocket.token(manager.token()));
        JsonNode request = program.draft(manager);
        before.await("an entry", () -> before.has("request:created"));
        before.kill();
        edit(program, request, 3);
        ObjectNode auth = before.recovering(manager.token());
        JsonNode start =
                before.first("live:ready").path("positions").path(program.id().toString());
        auth.putObject("positions").set(program.id().toString(), start);

        try (RawSocket after = open(auth)) {
            assertThat(after.entries(program.id()).stream().map(Received::seq))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 4)
                            .mapToObj(i -> start.path("seq").asLong() + i)
                            .toList());
        }
    }

    /** The programs were made with an earlier server: same database, other port. */
    private void edit(TestingProgram in, JsonNode request, int times) {
        for (int i = 0; i < times; i++) {
            new dev.docket.testing.TestingClient(server.address())
                    .withToken(manager.token())
                    .patch(in.path(request, ""), Map.of("title", "Title " + System.nanoTime()))
                    .expect(200);
        }
    }

    private RawSocket open(ObjectNode auth) {
        return RawSocket.open(server.address(), auth).ready();
    }
}
