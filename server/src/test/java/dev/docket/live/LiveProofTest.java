package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.identity.Role;
import dev.docket.journal.Entry;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Sight;
import dev.docket.live.DeliveryCheck.Counts;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Concurrent writers, connections that come and go, and the journal as the judge. */
final class LiveProofTest {
    private static final int MUTATIONS = 10_000;
    private static final int THREADS = 16;
    private static final int PROGRAMS = 20;
    private static final int VISITORS = 50;
    private static final int STOCK = 10;

    @Test
    void deliversToEverySocketExactlyWhatItMaySeeInOrderAndOnce() throws Exception {
        try (TestingServer server = TestingServer.start(Map.of("DOCKET_REPLAY_LIMIT", "100000"))) {
            List<TestingProgram> programs = Stream.generate(() -> TestingProgram.create(server))
                    .limit(PROGRAMS)
                    .toList();
            Map<UUID, Map<UUID, Sight>> sights = new HashMap<>();
            List<Visitor> visitors = visitors(server, programs, sights);

            Traffic traffic = new Traffic(programs, MUTATIONS);
            AtomicBoolean working = new AtomicBoolean(true);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> coming = new ArrayList<>();
                for (Visitor visitor : visitors) {
                    Random random = new Random(coming.size());
                    coming.add(threads.submit(() -> comeAndGo(visitor, working, random)));
                }
                traffic.run(THREADS);
                working.set(false);
                for (Future<?> one : coming) {
                    one.get(1, TimeUnit.MINUTES);
                }
            }

            Counts telling = Counts.NONE;
            Counts stock = Counts.NONE;
            long committed = 0;
            for (TestingProgram program : programs) {
                List<Entry> journal = journal(server, program.id());
                committed += journal.size();
                DeliveryCheck check = new DeliveryCheck(journal);
                for (int i = 0; i < VISITORS; i++) {
                    Visitor visitor = visitors.get(i);
                    Counts counts =
                            check(check, visitor, program.id(), sights.getOrDefault(visitor.userId(), Map.of()));
                    if (i < STOCK) {
                        stock = stock.plus(counts);
                    } else {
                        telling = telling.plus(counts);
                    }
                }
            }
            System.out.println("committed " + committed + ", refused " + traffic.refused() + ", telling positions: "
                    + telling + ", stock: " + stock);
            assertThat(committed).isGreaterThanOrEqualTo(MUTATIONS);
            assertThat(visitors)
                    .allSatisfy(visitor -> assertThat(visitor.interruptions()).isZero());
            assertThat(telling).isEqualTo(new Counts(telling.checked(), 0, 0, 0, 0));
            assertThat(telling.checked()).isGreaterThan(MUTATIONS);
            // What a stock client may get twice is what other programs did just before its connection broke.
            assertThat(stock).isEqualTo(new Counts(stock.checked(), 0, stock.doubled(), 0, 0));
            assertThat(stock.checked()).isGreaterThan(MUTATIONS);
        }
    }

    private static void comeAndGo(Visitor visitor, AtomicBoolean working, Random random) {
        while (working.get()) {
            visitor.stay(random.nextInt(4_000));
            visitor.go(random.nextBoolean());
            visitor.come();
        }
        visitor.go(false);
        visitor.finish();
    }

    private static Counts check(DeliveryCheck check, Visitor visitor, UUID program, Map<UUID, Sight> sights) {
        Sight sight = sights.get(program);
        if (sight == null) {
            return new Counts(0, 0, 0, 0, visitor.log(program).size());
        }
        return check.check(new Reader(visitor.userId(), sight), visitor.start(program), visitor.log(program));
    }

    /** Admins who see everything, and others who are members of some programs each. */
    private static List<Visitor> visitors(
            TestingServer server, List<TestingProgram> programs, Map<UUID, Map<UUID, Sight>> sights) {
        Random random = new Random(7);
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            Role role = List.of(Role.TEAM_MEMBER, Role.CLIENT, Role.MANAGER, Role.TEAM_MEMBER, Role.ADMIN)
                    .get(i % 5);
            Somebody user = server.people().create(role);
            Map<UUID, Sight> mine = new HashMap<>();
            for (TestingProgram program : programs) {
                if (role == Role.ADMIN) {
                    mine.put(program.id(), Sight.MANAGER);
                } else if (random.nextInt(3) == 0) {
                    program.join(user, role.wireName());
                    mine.put(program.id(), Sight.valueOf(role.name()));
                }
            }
            sights.put(user.id(), mine);
            visitors.add(new Visitor(server.address(), user, i < STOCK));
        }
        return visitors;
    }

    private static List<Entry> journal(TestingServer server, UUID program) {
        // A manager is told of everything in a program, except what only a named client may know: there is none.
        return server.bean(JournalReading.class)
                .missed(program, 0, Long.MAX_VALUE, Integer.MAX_VALUE, new Reader(new UUID(0, 0), Sight.MANAGER));
    }
}
