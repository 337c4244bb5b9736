package dev.docket.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.storage.Transaction;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statements that decide about rights enter the program on the way: it must be entered when they look for the first row,
 * and after them there must be no other. Often enough for PostgreSQL to have settled on plans.
 */
final class EnteringProgramTest {
    private static final int OFTEN = 40;

    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram one = TestingProgram.create(server);
    private static final TestingProgram other = TestingProgram.create(server);
    private static final Programs programs = server.bean(Programs.class);
    private static final Memberships memberships = server.bean(Memberships.class);

    @AfterAll
    static void close() {
        server.close();
    }

    @FunctionalInterface
    interface Way {
        void into(Transaction tx, Actor actor, UUID program);
    }

    static Stream<Way> ways() {
        return Stream.of(
                programs::access,
                programs::accessForChange,
                programs::accessForCounting,
                programs::accessForSettings,
                (tx, actor, program) -> assertThat(memberships.roleIn(tx, actor.id(), actor.role(), program))
                        .isPresent(),
                (tx, actor, program) -> {
                    var found = programs.access(tx, actor, program);
                    assertThat(programs.accessByKey(tx, actor, found.program().key()))
                            .contains(found);
                });
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isInTheProgramThatWasAskedForAndInNoOther(Way way) {
        for (int i = 0; i < OFTEN; i++) {
            TestingProgram program = i % 2 == 0 ? one : other;
            Actor actor = actor(program);
            assertThat(server.database().<List<UUID>>write(tx -> {
                        way.into(tx, actor, program.id());
                        return visible(tx);
                    }))
                    .containsExactly(program.id());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void letsNobodyInWhoIsNoMember(Way way) {
        for (int i = 0; i < OFTEN; i++) {
            assertThatThrownBy(() -> server.database().writeOnly(tx -> way.into(tx, actor(one), other.id())))
                    .isInstanceOfAny(Problem.class, AssertionError.class);
        }
    }

    private static Actor actor(TestingProgram program) {
        Somebody client = program.client();
        return new Actor(client.id(), client.name(), client.role(), Ids.next(), Instant.MAX);
    }

    private static List<UUID> visible(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT DISTINCT program_id FROM membership")
                .mapTo(UUID.class)
                .list();
    }
}
