package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Reader;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What waits for a row must then go by the row as it is, not as it was when the waiting began. */
final class RequestRaceTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void assignsNobodyWhoIsDeactivatedMeanwhile() throws Exception {
        JsonNode request = program.submitted(program.client());
        UUID teamMember = program.teamMember().id();

        Future<Answer> assigned = server.database().write(tx -> {
            tx.handle().execute("UPDATE app_user SET active = false WHERE id = ?", teamMember);
            Future<Answer> waiting = threads.submit(() ->
                    program.manager().client().put(program.path(request, "assignee"), Map.of("userId", teamMember)));
            TestingDatabase.awaitWaiting(tx, 1);
            return waiting;
        });

        assertThat(assigned.get().expect(400).detail()).contains("an active staff member");
    }

    /** The comment waited while the request was shared: it reaches the new participant, too. */
    @Test
    void trap3ANewParticipantMissesNothingThatWaited() throws Exception {
        JsonNode request = program.submitted(program.client());
        Somebody participant = program.anotherClient();

        List<Future<Answer>> both = server.database().write(tx -> {
            tx.enter(program.id());
            tx.handle().execute("SELECT 1 FROM request WHERE id = ? FOR UPDATE", TestingProgram.id(request));
            Future<Answer> sharing = threads.submit(() ->
                    program.client().client().put(program.path(request, "participants/" + participant.id()), Map.of()));
            TestingDatabase.awaitWaiting(tx, 1);
            Future<Answer> comment = threads.submit(
                    () -> program.client().client().post(program.path(request, "comments"), Map.of("body", "Welcome")));
            TestingDatabase.awaitWaiting(tx, 2);
            return List.of(sharing, comment);
        });
        both.getFirst().get().expect(200);
        both.getLast().get().expect(201);

        assertThat(server.bean(JournalReading.class)
                        .missed(program.id(), 0, 1_000, 100, new Reader(participant.id(), Reader.Sight.CLIENT)))
                .extracting(Entry::event)
                .containsExactly(EventType.MEMBER_ADDED, EventType.REQUEST_UPDATED, EventType.COMMENT_ADDED);
    }
}
