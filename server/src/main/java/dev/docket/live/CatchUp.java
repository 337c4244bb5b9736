package dev.docket.live;

import dev.docket.journal.Entry;
import dev.docket.journal.Position;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one session to the head of one program: chase, then join. What was missed is sent outside of the program's turn,
 * page by page, each time with the rights of now; the last bit, from memory, in the turn in which the session gets its
 * seat. So nothing falls between replay and live, nothing comes twice, and nothing needs to be held back.
 */
final class CatchUp {

    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final LiveContext live;
    private final ProgramChannel channel;
    private final LiveSession session;

    CatchUp(LiveContext live, ProgramChannel channel, LiveSession session) {
        this.live = live;
        this.channel = channel;
        this.session = session;
    }

    /**
     * Begins on a thread of its own, unless it has begun.
     *
     * @return completes with where live began; empty if the user may not see the program
     */
    CompletableFuture<Optional<Position>> begin(Claim claim) {
        return session.catchUp(
                channel.program(),
                () -> CompletableFuture.supplyAsync(() -> run(claim), live.threads())
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                log.warn("a client could not catch up: {}", failure.toString());
                                session.reconnect();
                            }
                        }));
    }

    private Optional<Position> run(Claim first) {
        Claim claim = first;
        @Nullable Position at = session.startIn(channel.program());
        boolean settled = false;
        for (int round = 0; ; round++) {
            switch (channel.step(session, at, claim, round, settled).join()) {
                case Step.Seated seated -> {
                    return Optional.of(seated.at());
                }
                case Step.Outsider _ -> {
                    return Optional.empty();
                }
                case Step.Ahead _ -> {
                    live.feed().settle().join();
                    settled = true;
                }
                case Step.Send send -> {
                    send.deliveries().forEach(delivery -> session.deliver(delivery.entry(), delivery.presentation()));
                    at = send.upTo();
                    waitForTheClient();
                }
                case Step.ReadTable read -> {
                    claim = claim();
                    at = sendPage(read, at == null ? 0 : at.seq(), claim);
                    waitForTheClient();
                }
            }
        }
    }

    private Position sendPage(Step.ReadTable read, long after, Claim claim) {
        UUID program = channel.program();
        if (claim.sight().isEmpty()) {
            return new Position(read.upTo().epoch(), after);
        }
        Reader reader = new Reader(session.actor().id(), claim.sight().get());
        int limit = live.limits().page();
        List<Entry> page = live.reads()
                .read(() -> live.reading().missed(program, after, read.upTo().seq(), limit, reader));
        long sent = 0;
        for (Entry entry : page) {
            Position position = new Position(read.upTo().epoch(), entry.seq());
            ReleasedEntry released = new ReleasedEntry(
                    entry, Offset.of(live.feed().settled(), live.clock().instant(), program, position), live.encoder());
            Presentation presentation = released.presentationFor(reader);
            if (presentation != Presentation.NOTHING) {
                session.deliver(released, presentation);
                sent += released.size();
            }
            if (sent > live.limits().backlogBytes()) {
                waitForTheClient();
                sent = 0;
            }
        }
        return page.size() < limit
                ? read.upTo()
                : new Position(read.upTo().epoch(), page.getLast().seq());
    }

    /**
     * So that a replay never fills a connection's bound by itself. Who reads nothing at all is sent away, to continue
     * later from what it did read.
     */
    private void waitForTheClient() {
        long deadline = System.nanoTime() + live.limits().patience().toNanos();
        while (!session.closed() && backlog() > live.limits().backlogBytes()) {
            if (System.nanoTime() - deadline > 0) {
                session.close(Closing.SLOW);
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private long backlog() {
        return session.socket()
                .backlog()
                .toCompletableFuture()
                .completeOnTimeout(0L, live.limits().patience().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private Claim claim() {
        long noted = live.rightsClock().now();
        return new Claim(noted, live.reads().read(() -> live.rights().in(channel.program(), session.actor())));
    }
}
