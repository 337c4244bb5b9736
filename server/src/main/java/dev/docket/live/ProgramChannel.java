package dev.docket.live;

import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.Position;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program, or the system stream, on this node: its latest entries and who follows it. All state is confined to the program's turn, in which
 * the feed releases entries one by one; whoever is seated in it at head {@code h} gets everything after {@code h} live.
 *
 * <p><b>Rights.</b> An entry {@code member:*} is taken as a sign only: the role is read from the database when it is
 * released. So no role is ever replaced by an older one, and what lies between two changes is shown by the newer. A
 * session that joins may have read its role before, outside of the turn. It is believed only if no change of rights of this
 * program was released since it began to read: such a change may be missing in what it read. A change that is committed
 * and not yet released needs no care: its release comes, in a later turn, when the session has its seat.
 */
final class ProgramChannel {
    private static final Logger log = LoggerFactory.getLogger(ProgramChannel.class);
    /** Entries in memory longer than this serve nobody: who was away so long reads from the table. */
    private static final Duration MEMORY = Duration.ofMinutes(10);
    /** After so many rounds behind a fast writer the rest is read and sent inside the turn. */
    private static final int ROUNDS = 5;

    private final UUID program;
    private final LiveContext live;

    // Confined to the turn.
    private final EntryRing ring;
    private final Seats seats;
    private @Nullable UUID openEpoch;
    private long head;
    private long announced;
    private long rightsChanged;
    /** Null: to be read again. */
    private @Nullable Long clientsReplayFrom;

    ProgramChannel(UUID program, LiveContext live) {
        this.program = program;
        this.live = live;
        this.seats = new Seats(program);
        this.ring = new EntryRing(live.limits().ringEntries(), live.limits().ringBytes());
    }

    UUID program() {
        return program;
    }

    /**
     * Seats a session that has had everything up to {@code from} (null: wants only what is new), or says what has to be
     * sent to it before.
     *
     * @param round how often this was called for this catching up
     * @param settled whether everything that was committed has been released since the client said {@code from}
     */
    CompletableFuture<Step> step(
            LiveSession session, @Nullable Position from, Claim claim, int round, boolean settled) {
        return inTurn(() -> {
            Step step = stepNow(session, from, claim, round, settled);
            if (step instanceof Step.Seated || step instanceof Step.Outsider) {
                session.caughtUpWith(program);
            }
            return step;
        });
    }

    private Step stepNow(LiveSession session, @Nullable Position from, Claim claim, int round, boolean settled) {
        if (seats.has(session)) {
            return new Step.Seated(at(head));
        }
        Optional<Sight> sight =
                claim.noted() >= rightsChanged ? claim.sight() : live.rights().in(program, session.actor());
        if (session.closed() || sight.isEmpty()) {
            return new Step.Outsider();
        }
        Reader reader = new Reader(session.actor().id(), sight.get());
        if (from == null || from.equals(at(head))) {
            return seat(session, reader);
        }
        long missed = head - from.seq();
        boolean sameHistory = from.epoch().equals(epoch());
        if (sameHistory && missed < 0 && !settled) {
            return new Step.Ahead();
        }
        // A recovered session was within the limit a moment ago, and has been promised that nothing is missing.
        boolean hidden = sight.get() == Sight.CLIENT && from.seq() < clientsReplayFrom();
        if (!sameHistory || missed < 0 || hidden || (missed > live.limits().replayLimit() && !session.recovering())) {
            session.resync(program, at(head));
            return seat(session, reader);
        }
        boolean hurry = round >= ROUNDS;
        if (ring.covers(from.seq())) {
            return sendAndSeat(session, reader, Slice.of(ring.after(from.seq()), reader), hurry);
        }
        return hurry && missed <= live.limits().page()
                ? sendAndSeat(session, reader, Slice.of(read(reader, from.seq()), reader), hurry)
                : new Step.ReadTable(reader, at(head));
    }

    private Step sendAndSeat(LiveSession session, Reader reader, Slice missed, boolean hurry) {
        if (!missed.isLast(hurry)) {
            return new Step.Send(missed.deliveries(), at(missed.upTo()));
        }
        missed.deliveries().forEach(delivery -> session.deliver(delivery.entry(), delivery.presentation()));
        return seat(session, reader);
    }

    private List<ReleasedEntry> read(Reader reader, long after) {
        return live.reading().missed(program, after, head, live.limits().page(), reader).stream()
                .map(this::release)
                .toList();
    }

    private Step seat(LiveSession session, Reader reader) {
        seats.add(session, reader);
        session.seatedIn(this);
        if (session.closed()) {
            // It ended meanwhile: its end may have looked for seats before this one was there.
            unseat(session);
        }
        return new Step.Seated(at(head));
    }

    private void unseat(LiveSession session) {
        seats.remove(session);
        session.leftSeatIn(this);
    }

    /** The next entry of the stream. Called by the feed in the program's turn. */
    void released(Entry entry) {
        head = entry.seq();
        try {
            ReleasedEntry released = release(entry);
            ring.add(released);
            deliver(released);
        } catch (RuntimeException e) {
            log.error("entry {} of program {} could not be delivered", head, program, e);
            // Whoever comes back gets it by its replay: late rather than never.
            ring.clear();
            seats.sessions().forEach(LiveSession::reconnect);
        }
    }

    private void deliver(ReleasedEntry released) {
        if (released.entry().event() == EventType.PROGRAM_UPDATED) {
            clientsReplayFrom = null;
        }
        List<LiveSession> concerned = whoseRightsChange(released.entry());
        // Who comes gets the news of it as a viewer, and who goes still does.
        boolean going = released.entry().event() == EventType.MEMBER_REMOVED;
        if (!going) {
            concerned.forEach(this::applyRights);
        }
        new EntryBroadcast(live.namespace(), released).to(seats);
        if (going) {
            concerned.forEach(this::applyRights);
        }
    }

    private List<LiveSession> whoseRightsChange(Entry entry) {
        return switch (entry.event()) {
            case MEMBER_ADDED, MEMBER_UPDATED, MEMBER_REMOVED -> {
                rightsChanged = live.rightsClock().tick();
                yield live.sessions().of(Objects.requireNonNull(entry.subjectId()));
            }
            case USER_UPDATED -> {
                if (!UserChange.in(entry).mayBeOfRights()) {
                    yield List.of();
                }
                rightsChanged = live.rightsClock().tick();
                UUID user = Objects.requireNonNull(entry.subjectId());
                yield live.sessions()
                        .where(actor -> actor.isAdmin() && actor.id().equals(user));
            }
            case PROGRAM_CREATED ->
                live.sessions().where(actor -> actor.isAdmin() || actor.id().equals(entry.actorId()));
            default -> List.of();
        };
    }

    private void applyRights(LiveSession session) {
        try {
            applyRightsNow(session);
        } catch (RuntimeException e) {
            log.warn(
                    "the rights of user {} in program {} could not be read",
                    session.actor().id(),
                    program,
                    e);
            session.reconnect();
        }
    }

    private void applyRightsNow(LiveSession session) {
        Optional<Sight> sight = live.rights().in(program, session.actor());
        live.presences().rightsChanged(session, program, sight);
        if (sight.isEmpty()) {
            unseat(session);
            return;
        }
        Reader reader = new Reader(session.actor().id(), sight.get());
        if (seats.has(session) || session.startIn(program) == null) {
            seats.remove(session);
            seat(session, reader);
        } else if (!session.catchingUpWith(program)) {
            // Its own look at its programs may have missed this one.
            var _ = new CatchUp(live, this, session)
                    .begin(new Claim(live.rightsClock().now(), sight));
        }
    }

    /** A recovered session has caught up everywhere: rooms from here on. */
    CompletableFuture<Boolean> intoRooms(LiveSession session) {
        return inTurn(() -> {
            seats.moveIntoRooms(session);
            return true;
        });
    }

    /** The session's socket is gone. */
    void leave(LiveSession session) {
        var _ = inTurn(() -> {
            unseat(session);
            return true;
        });
    }

    /** Once in a while: tells quiet viewers where the program stands, and forgets what is old. */
    void tidy() {
        var _ = inTurn(() -> {
            ring.trim(live.clock().instant().minus(MEMORY));
            if (head > announced && !seats.isEmpty()) {
                live.namespace()
                        .to(Rooms.everybody(program))
                        .local()
                        .emit(live.encoder().position(program, at(head), offset(head)));
            }
            announced = head;
            return true;
        });
    }

    /** {@code entry} with what a client has received who has received it. */
    private ReleasedEntry release(Entry entry) {
        return new ReleasedEntry(entry, offset(entry.seq()), live.encoder());
    }

    private Offset offset(long seq) {
        return Offset.of(live.feed().settled(), live.clock().instant(), program, at(seq));
    }

    private Position at(long seq) {
        return new Position(epoch(), seq);
    }

    private long clientsReplayFrom() {
        if (clientsReplayFrom == null) {
            clientsReplayFrom = live.rights().clientsReplayFrom(program);
        }
        return clientsReplayFrom;
    }

    private UUID epoch() {
        if (openEpoch == null) {
            openEpoch = live.reading().epoch(program);
        }
        return openEpoch;
    }

    private <T> CompletableFuture<T> inTurn(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        var _ = live.feed()
                .inTurn(program, released -> {
                    head = released;
                    var _ = epoch();
                    result.complete(task.get());
                })
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        result.completeExceptionally(failure);
                    }
                });
        return result;
    }
}
