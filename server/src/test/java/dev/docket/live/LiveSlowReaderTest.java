package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class LiveSlowReaderTest {
    private static final TestingServer server = TestingServer.start();
    /** Together far more than may wait for a connection, system buffers included. */
    private static final int ENTRIES = 400;

    private static final int CHARACTERS = 100_000;

    private final TestingProgram program = TestingProgram.create(server);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void isSentAwayWithoutHarmToOthersAndContinuesWhereItWas() {
        RawSocket slow = open(RawSocket.token(program.manager().token())).ready();
        long start = slow.first("live:ready")
                .path("positions")
                .path(program.id().toString())
                .path("seq")
                .asLong();
        List<Long> all =
                LongStream.rangeClosed(start + 1, start + ENTRIES).boxed().toList();
        try (RawSocket other =
                open(RawSocket.token(program.teamMember().token())).ready()) {
            slow.stopReading();
            LiveSessions sessions = server.bean(LiveServer.class).live().sessions();
            for (int i = 0; i < ENTRIES; i++) {
                append();
            }

            other.await("everything", () -> other.entries(program.id()).size() == ENTRIES);
            assertThat(seqs(other)).isEqualTo(all);
            slow.await(
                    "the end of the slow one",
                    () -> sessions.of(program.manager().id()).isEmpty());
        }

        slow.kill();
        List<Long> before = seqs(slow);
        ObjectNode auth = RawSocket.token(program.manager().token());
        ObjectNode position = slow.first("live:ready")
                .path("positions")
                .path(program.id().toString())
                .deepCopy();
        position.put("seq", before.isEmpty() ? start : before.getLast());
        auth.putObject("positions").set(program.id().toString(), position);
        try (RawSocket again = open(auth).ready()) {
            assertThat(again.has("live:resync")).isFalse();
            assertThat(LongStream.concat(
                                    before.stream().mapToLong(Long::longValue),
                                    seqs(again).stream().mapToLong(Long::longValue))
                            .boxed())
                    .isEqualTo(all);
        }
    }

    /** What no request could be: the journal does not mind. */
    private void append() {
        server.database()
                .writeOnly(tx -> server.bean(Journal.class)
                        .append(
                                tx,
                                new NewEntry(
                                        program.id(),
                                        EventType.REQUEST_UPDATED,
                                        UUID.randomUUID(),
                                        1L,
                                        null,
                                        program.manager().id(),
                                        program.manager().name(),
                                        Audience.of(Level.STAFF, Set.of(), Set.of()),
                                        List.of(),
                                        Json.tree("x".repeat(CHARACTERS)),
                                        null)));
    }

    private List<Long> seqs(RawSocket socket) {
        return socket.entries(program.id()).stream().map(Received::seq).toList();
    }

    private static RawSocket open(ObjectNode auth) {
        return RawSocket.open(server.address(), auth);
    }
}
