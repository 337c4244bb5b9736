package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Changes of rights while a socket connects: whatever overtakes what, in the end it has the rights of now. */
final class LiveRaceTest {
    private static final TestingServer server = TestingServer.start();
    private static final int ROUNDS = 60;

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody member = program.anotherTeamMember();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void endsWithTheRightsOfNow() {
        Random random = new Random(1);
        JsonNode request = program.submitted(program.manager());
        boolean joined = true;
        try (RawSocket manager = open(program.manager(), false).ready()) {
            for (int round = 0; round < ROUNDS; round++) {
                int changes = 1 + random.nextInt(3);
                boolean before = joined;
                CompletableFuture<Boolean> after = CompletableFuture.supplyAsync(() -> change(before, changes));
                boolean telling = random.nextBoolean();
                try (RawSocket socket = open(member, telling).ready()) {
                    joined = after.join();
                    String title = "Round " + round;
                    program.manager()
                            .client()
                            .patch(program.path(request, ""), Map.of("title", title))
                            .expect(200);
                    manager.await(title, () -> shows(manager, title));
                    // The manager's came by the same broadcast; an answer comes after what was sent before.
                    socket.ask("auth:refresh", Map.of("token", member.token()));
                    assertThat(shows(socket, title) || mustLoadAnew(socket, seqOf(manager, title)))
                            .as(title)
                            .isEqualTo(joined);
                }
            }
        }
    }

    private boolean change(boolean joined, int times) {
        boolean now = joined;
        for (int i = 0; i < times; i++) {
            if (now) {
                program.manager()
                        .client()
                        .delete(program.path("members/" + member.id()))
                        .expect(204);
            } else {
                program.join(member, "team_member");
            }
            now = !now;
        }
        return now;
    }

    private boolean shows(RawSocket socket, String title) {
        return seqOf(socket, title) > 0;
    }

    /** It began to follow when the change was done already, and has been told to load what is there. */
    private static boolean mustLoadAnew(RawSocket socket, long seq) {
        return socket.received().stream()
                .filter(one -> one.event().equals("live:resync"))
                .anyMatch(one -> one.data().path("position").path("seq").asLong() >= seq);
    }

    private long seqOf(RawSocket socket, String title) {
        return socket.entries(program.id()).stream()
                .filter(one -> one.data()
                        .path("data")
                        .path("request")
                        .path("title")
                        .asText()
                        .equals(title))
                .mapToLong(Received::seq)
                .findFirst()
                .orElse(0);
    }

    private RawSocket open(Somebody user, boolean telling) {
        ObjectNode auth = RawSocket.token(user.token());
        if (telling) {
            // Another history: it will be told to load anew, if it may see the program at all.
            auth.putObject("positions").putObject(program.id().toString());
        }
        return RawSocket.open(server.address(), auth);
    }
}
