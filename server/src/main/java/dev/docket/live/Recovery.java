package dev.docket.live;

import dev.docket.identity.Actor;
import dev.docket.journal.Journal;
import dev.docket.journal.JournalFeed;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Position;
import dev.docket.live.Offset.Place;
import dev.docket.socketio.Attribute;
import dev.docket.socketio.RecoveredSession;
import dev.docket.socketio.RecoveryRequest;
import dev.docket.socketio.SessionRecovery;
import dev.docket.socketio.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Connection state recovery for stock clients, from the journal: the {@code pid} is a sealed {@link RecoveryPass}, the
 * offset says what was received. A client is recovered only if nothing at all will be missing: if any of its programs is
 * further ahead than the replay limit, or tells another history, it becomes a new socket and knows by that.
 */
final class Recovery implements SessionRecovery {
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Seal seal;
    private final JournalFeed feed;
    private final JournalReading reading;
    private final Rights rights;
    private final PoliteReads reads;
    private final int replayLimit;
    private final Clock clock;
    private final ExecutorService threads;
    private final String lineage;

    Recovery(
            Seal seal,
            JournalFeed feed,
            JournalReading reading,
            Rights rights,
            PoliteReads reads,
            int replayLimit,
            Clock clock,
            ExecutorService threads) {
        this.seal = seal;
        this.feed = feed;
        this.reading = reading;
        this.rights = rights;
        this.reads = reads;
        this.replayLimit = replayLimit;
        this.clock = clock;
        this.threads = threads;
        this.lineage = Offset.fingerprint(reading.epoch(Journal.SYSTEM));
    }

    /**
     * From where a recovered socket continues.
     *
     * @param start by program that the user may see
     * @param received the same as an offset
     */
    record Resumption(Map<UUID, Position> start, Offset received) {
        static final Attribute<Resumption> ATTRIBUTE = new Attribute<>("resumption", Resumption.class);
    }

    /** A client that tells its positions needs no other means, and is spared the doubt which of the two is meant. */
    @Override
    public Optional<String> issue(Socket socket) {
        Admission admission = socket.attributes().require(Admission.ATTRIBUTE);
        return admission.positions().isPresent()
                ? Optional.empty()
                : Optional.of(seal.seal(
                        new RecoveryPass(admission.actor().id(), lineage, feed.settled(), clock.instant(), socket.id())
                                .bytes()));
    }

    @Override
    public CompletionStage<Optional<RecoveredSession>> recover(RecoveryRequest request) {
        Admission admission = request.handshake().attributes().require(Admission.ATTRIBUTE);
        Optional<RecoveryPass> pass = seal.open(request.pid())
                .map(RecoveryPass::of)
                .filter(found -> found.user().equals(admission.actor().id()))
                .filter(found -> found.lineage().equals(lineage));
        if (pass.isEmpty() || admission.positions().isPresent()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return CompletableFuture.supplyAsync(
                () -> received(pass.get(), request.offset())
                        .filter(offset -> offset.at().isAfter(clock.instant().minus(WINDOW)))
                        .flatMap(offset -> resumption(admission.actor(), offset))
                        .map(resumption -> {
                            request.handshake().attributes().put(Resumption.ATTRIBUTE, resumption);
                            return new RecoveredSession(pass.get().sid());
                        }),
                threads);
    }

    /**
     * Empty if the offset is none of ours. One from before the pass is what a client still remembers of an earlier
     * session: it has seen nothing yet of this one.
     */
    private static Optional<Offset> received(RecoveryPass pass, String offset) {
        Offset nothingYet = new Offset(pass.settled(), pass.issued(), Map.of());
        return offset.isEmpty()
                ? Optional.of(nothingYet)
                : Offset.parse(offset).map(seen -> seen.settled() < pass.settled() ? nothingYet : seen);
    }

    private Optional<Resumption> resumption(Actor actor, Offset offset) {
        Set<UUID> visible = reads.readPatiently(() -> rights.of(actor).keySet());
        Set<UUID> named = new HashSet<>(visible);
        named.addAll(offset.seqs().keySet());
        Map<UUID, Position> heads = reads.readPatiently(() -> reading.positions(named));
        Map<UUID, Position> start = reads.readPatiently(() -> reading.positionsBefore(offset.settled(), visible));
        for (Map.Entry<UUID, Place> place : offset.seqs().entrySet()) {
            Position head = heads.get(place.getKey());
            if (head == null
                    || !Offset.fingerprint(head.epoch()).equals(place.getValue().epoch())) {
                return Optional.empty();
            }
            start.computeIfPresent(
                    place.getKey(),
                    (_, _) -> new Position(head.epoch(), place.getValue().seq()));
        }
        boolean nothingWillBeMissing = start.entrySet().stream().allMatch(from -> {
            Position head = heads.get(from.getKey());
            long missed = head == null ? 0 : head.seq() - from.getValue().seq();
            return missed <= replayLimit && missed >= 0;
        });
        return nothingWillBeMissing ? Optional.of(new Resumption(new HashMap<>(start), offset)) : Optional.empty();
    }
}
