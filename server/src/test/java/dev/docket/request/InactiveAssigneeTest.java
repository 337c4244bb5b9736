package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who leaves keeps the requests; who has left gets none. */
final class InactiveAssigneeTest {
    private static final TestingServer server = TestingServer.start();
    private static final Somebody admin = server.people().admin();
    private static final TestingProgram program = TestingProgram.create(server);

    private final Somebody assignee = program.anotherTeamMember();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void staysAssignedAndIsFoundByManagers() {
        JsonNode ofDeactivated = program.assign(program.submitted(program.client()), assignee);
        Somebody removed = program.anotherTeamMember();
        JsonNode ofRemoved = program.assign(program.submitted(program.client()), removed);
        program.assign(program.submitted(program.client()), program.teamMember());
        program.submitted(program.client());

        activate(assignee, false).expect(200);
        program.manager()
                .client()
                .delete(program.path("members/" + removed.id()))
                .expect(204);

        assertThat(program.get(program.manager(), ofDeactivated).path("assignee"))
                .isEqualTo(ofDeactivated.path("assignee"));
        assertThat(inactive())
                .contains(
                        ofDeactivated.path("id").asText(), ofRemoved.path("id").asText());
        activate(assignee, true).expect(200);
        assertThat(inactive()).containsExactly(ofRemoved.path("id").asText());
    }

    @Test
    void isShownAmongTheMembersToStaff() {
        activate(assignee, false).expect(200);

        assertThat(active(program.manager(), assignee).asBoolean(true)).isFalse();
        assertThat(active(program.manager(), program.teamMember()).asBoolean(false))
                .isTrue();
        assertThat(active(program.client(), assignee).isMissingNode()).isTrue();
    }

    /** The deactivation holds the user's row for as long as it likes: the assignment must wait for it, and then say no. */
    @Test
    void waitsForADeactivationThatHasBegun() throws Exception {
        JsonNode request = program.submitted(program.client());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> assignment = server.database().write(tx -> {
                tx.handle().execute("UPDATE app_user SET active = false WHERE id = ?", assignee.id());
                Future<Answer> begun = threads.submit(() -> program.manager()
                        .client()
                        .put(program.path(request, "assignee"), Map.of("userId", assignee.id())));
                TestingDatabase.awaitWaiting(tx, 1);
                return begun;
            });

            assignment.get().expect(400);
        }
        activate(assignee, true);
    }

    private static Answer activate(Somebody user, boolean active) {
        return admin.client().patch("users/" + user.id(), Map.of("active", active));
    }

    private static List<String> inactive() {
        JsonNode page = program.manager()
                .client()
                .get(program.path("requests?assignee=inactive"))
                .expect(200)
                .body();
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(request -> request.path("id").asText())
                .toList();
    }

    private static JsonNode active(Somebody viewer, Somebody member) {
        for (JsonNode one :
                viewer.client().get(program.path("members")).expect(200).body().path("data")) {
            if (one.path("user").path("id").asText().equals(member.id().toString())) {
                return one.path("active");
            }
        }
        throw new AssertionError("no such member");
    }
}
