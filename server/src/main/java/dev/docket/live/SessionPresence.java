package dev.docket.live;

import dev.docket.common.Person;
import dev.docket.common.Problem;
import dev.docket.common.SerialExecutor;
import dev.docket.journal.Reader.Sight;
import dev.docket.socketio.EncodedEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that one socket views: a few at most. What it asks is done one after the other. Thread-safe. */
final class SessionPresence {
    static final int VIEWED = 4;

    private static final Logger log = LoggerFactory.getLogger(SessionPresence.class);

    private final LiveContext live;
    private final LiveSession session;
    private final SerialExecutor turn;
    /** Guarded by this. The one that was begun first comes first. */
    private final Set<RequestRef> viewed = new LinkedHashSet<>();

    SessionPresence(LiveContext live, LiveSession session) {
        this.live = live;
        this.session = session;
        this.turn = new SerialExecutor(live.threads());
    }

    Person person() {
        return session.actor().person();
    }

    void inTurn(Runnable task) {
        turn.execute(task);
    }

    /**
     * Begins to view a request, in this socket's turn. May block.
     *
     * @param listener is told who else is there, before it is told of any change
     * @throws Problem if the user may not see the request
     */
    void view(RequestRef ref, Consumer<PresentPeople> listener) {
        if (live.presences().look(ref, this, listener)) {
            return;
        }
        live.presences().enter(ref, this);
        add(ref);
        check(ref);
        if (!live.presences().look(ref, this, listener)) {
            throw Problem.notFound("request");
        }
        if (viewed().size() > VIEWED) {
            lose(viewed().getFirst());
        }
    }

    /** Leaves a request, if it is one of those viewed. */
    void leave(UUID request) {
        find(request).ifPresent(this::drop);
    }

    /** @throws Problem if the request is not viewed, or a client says that it types what only staff may */
    void type(UUID request, Typing typing) {
        RequestRef ref = find(request).orElseThrow(SessionPresence::notViewed);
        Sight sight = live.presences().sight(ref, this).orElseThrow(SessionPresence::notViewed);
        if (typing == Typing.INTERNALLY && sight == Sight.CLIENT) {
            throw Problem.forbidden("Only staff of the program can write internal comments.");
        }
        live.presences().type(ref, this, typing);
    }

    /** The socket is gone. */
    void end() {
        live.presences().remove(session);
        inTurn(() -> viewed().forEach(this::drop));
    }

    List<RequestRef> viewedIn(UUID program) {
        return viewed().stream().filter(ref -> ref.program().equals(program)).toList();
    }

    /** Reads, soon, whether the user still may see the request, and leaves it if not. */
    void checkAgain(RequestRef ref) {
        inTurn(() -> {
            if (!viewed().contains(ref)) {
                return;
            }
            try {
                check(ref);
            } catch (RuntimeException e) {
                log.warn("rights at a request could not be read: {}", e.toString());
            }
            if (live.presences().sight(ref, this).isEmpty()) {
                lose(ref);
            }
        });
    }

    /** Leaves a request without having been asked to, and says so. */
    void lose(RequestRef ref) {
        drop(ref);
        send(live.encoder().presence(ref, PresentPeople.NOBODY));
    }

    /** Volatile: the next one says it all again. */
    void send(EncodedEvent event) {
        session.socket().emitVolatile(event);
    }

    private void check(RequestRef ref) {
        boolean settled = false;
        try {
            Optional<Sight> sight;
            do {
                live.presences().beforeReading(ref, this);
                sight = live.reads().read(() -> live.rights().at(ref, session.actor()));
                settled = sight.isPresent() && live.presences().confirm(ref, this, sight.get());
            } while (sight.isPresent() && !settled);
        } finally {
            if (!settled) {
                drop(ref);
            }
        }
    }

    private void drop(RequestRef ref) {
        synchronized (this) {
            viewed.remove(ref);
        }
        live.presences().leave(ref, this);
    }

    private synchronized void add(RequestRef ref) {
        viewed.add(ref);
    }

    private synchronized List<RequestRef> viewed() {
        return List.copyOf(viewed);
    }

    private Optional<RequestRef> find(UUID request) {
        return viewed().stream().filter(ref -> ref.request().equals(request)).findFirst();
    }

    private static Problem notViewed() {
        return Problem.conflict("This request is not viewed here. Send presence:view before.");
    }
}
