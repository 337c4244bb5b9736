package dev.docket.live;

import dev.docket.identity.Actor;
import dev.docket.journal.Position;
import dev.docket.journal.Reader.Presentation;
import dev.docket.socketio.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One socket and what it follows. Thread-safe. */
final class LiveSession {
    private final Socket socket;
    private final Encoder encoder;
    private final Map<UUID, Position> start; // entries go when they are used
    private final Map<UUID, CompletableFuture<Optional<Position>>> catchUps = new ConcurrentHashMap<>();
    private final Set<ProgramChannel> channels = ConcurrentHashMap.newKeySet();
    private volatile Actor actor;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * Guarded by this. While a recovered socket catches up: what it has received itself. The offset that events carry otherwise speaks
     * for sockets that have everything up to now; a connection lost in the middle of a replay would lose the rest of it.
     */
    private @Nullable Offset received;

    /**
     * @param start what the client has had, by program
     * @param received the same as an offset, if it is a stock client that was recovered
     */
    LiveSession(Socket socket, Encoder encoder, Actor actor, Map<UUID, Position> start, @Nullable Offset received) {
        this.socket = socket;
        this.encoder = encoder;
        this.actor = actor;
        this.start = new ConcurrentHashMap<>(start);
        this.received = received;
    }

    Socket socket() {
        return socket;
    }

    Actor actor() {
        return actor;
    }

    /** Goes on with a later token; refused if it is another user's, or says something else about this one. */
    boolean renew(Actor verified) {
        boolean same = verified.id().equals(actor.id()) && verified.role() == actor.role();
        if (same) {
            actor = verified;
        }
        return same;
    }

    boolean closed() {
        return closed;
    }

    /** From where the client wants to continue; null if it did not say: from now. */
    @Nullable
    Position startIn(UUID program) {
        return start.get(program);
    }

    /** What it said of other programs is forgotten: if it may see one later, it is told so and loads it. */
    void startOnlyIn(Set<UUID> programs) {
        start.keySet().retainAll(programs);
    }

    /** Whether events go to this socket one by one, with its own offset, rather than by rooms. */
    synchronized boolean recovering() {
        return received != null;
    }

    /** From here on the common offset is true for this socket, too: every program that it follows is caught up. */
    synchronized void recovered() {
        received = null;
    }

    synchronized void deliver(ReleasedEntry entry, Presentation presentation) {
        if (received == null) {
            socket.emit(entry.encoded(presentation));
        } else {
            received = received.with(entry.offset());
            socket.emit(encoder.encode(entry.entry(), presentation, received));
        }
    }

    /** Tells the client to load the program anew and to go on from {@code position}. */
    void resync(UUID program, Position position) {
        socket.emit("live:resync", Map.of("programId", program, "position", position));
    }

    void ready(Map<UUID, Position> positions) {
        socket.emit("live:ready", Map.of("positions", positions));
    }

    /** Starts to catch up with a program, unless it is being done: there is one at a time per program. */
    CompletableFuture<Optional<Position>> catchUp(
            UUID program, Supplier<CompletableFuture<Optional<Position>>> beginning) {
        return catchUps.computeIfAbsent(program, _ -> beginning.get());
    }

    boolean catchingUpWith(UUID program) {
        return catchUps.containsKey(program);
    }

    /** Called in the program's turn. From here on the client's own word about where it was is out of date. */
    void caughtUpWith(UUID program) {
        catchUps.remove(program);
        start.remove(program);
    }

    void seatedIn(ProgramChannel channel) {
        channels.add(channel);
    }

    void leftSeatIn(ProgramChannel channel) {
        channels.remove(channel);
    }

    Set<ProgramChannel> channels() {
        return Set.copyOf(channels);
    }

    /** The socket is gone: nothing is to be sent any more. */
    void end() {
        closed = true;
        channels.forEach(channel -> channel.leave(this));
    }

    /** Tells the client why, then closes the connection; a stock client comes back by itself. */
    void close(Closing reason) {
        if (closing.compareAndSet(false, true)) {
            say(socket, reason);
            socket.closeConnection();
        }
    }

    static void say(Socket socket, Closing reason) {
        socket.emit("live:closing", Map.of("reason", reason.wireName()));
    }

    /** Closes the connection so that the client comes back and continues from what it has. */
    void reconnect() {
        socket.closeConnection();
    }
}
