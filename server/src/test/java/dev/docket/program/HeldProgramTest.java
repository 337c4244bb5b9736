package dev.docket.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.identity.Actor;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who comes to change something in a program decides by what it is, not by what it was when they came. */
final class HeldProgramTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Programs programs = server.bean(Programs.class);

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void isFoundAsTheOneWhoWasWaitedForLeftIt() throws Exception {
        program.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        Actor member = actor(program.teamMember());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ProgramAccess> waiting = server.database().write(tx -> {
                programs.accessForSettings(tx, actor(program.manager()), program.id());
                Future<ProgramAccess> begun = threads.submit(
                        () -> server.database().write(other -> programs.accessForChange(other, member, program.id())));
                TestingDatabase.awaitWaiting(tx, 1);
                tx.handle().execute("UPDATE program SET name = 'Found anew' WHERE id = ?", program.id());
                tx.handle().execute("UPDATE membership SET role = 'client' WHERE user_id = ?", member.id());
                tx.handle().execute("UPDATE field_definition SET label = 'Price' WHERE program_id = ?", program.id());
                return begun;
            });

            ProgramAccess found = waiting.get();
            assertThat(found.program().name()).isEqualTo("Found anew");
            assertThat(found.viewer().role()).isEqualTo(ProgramRole.CLIENT);
            assertThat(found.program().fields())
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(field.label()).isEqualTo("Price"));
        }
    }

    private static Actor actor(Somebody user) {
        return new Actor(user.id(), user.name(), user.role(), Ids.next(), Instant.MAX);
    }
}
