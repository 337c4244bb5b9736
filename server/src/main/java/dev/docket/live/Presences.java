package dev.docket.live;

import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import dev.docket.journal.Reader.Sight;
import dev.docket.socketio.EncodedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who looks at which request, and who types, on this node. In memory only: it is gone with the socket and never in the
 * journal. What changes is told by {@link #tick}, so at most once per request and period. Thread-safe.
 *
 * <p><b>Rights.</b> A visit is entered first, then its rights are read, then they are confirmed. Whatever commits
 * before the reading is seen by it; whatever commits later is released later, and finds the visit here. So what somebody
 * may no longer see is left in the turn in which the entry that says so is released, without a look at the database.
 */
final class Presences {
    static final Duration PERIOD = Duration.ofMillis(250);

    private static final Logger log = LoggerFactory.getLogger(Presences.class);
    private static final Duration TYPING = Duration.ofSeconds(6);

    private final Encoder encoder;
    private final Clock clock;
    private final Map<LiveSession, SessionPresence> sessions = new ConcurrentHashMap<>();
    /** Each guarded by itself; one that is empty is not here. */
    private final Map<RequestRef, RequestPresence<SessionPresence>> requests = new ConcurrentHashMap<>();
    /** Where something has changed, or will by itself. */
    private final Set<RequestRef> restless = ConcurrentHashMap.newKeySet();

    Presences(Encoder encoder, Clock clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    void add(LiveSession session, SessionPresence presence) {
        sessions.put(session, presence);
    }

    void remove(LiveSession session) {
        sessions.remove(session);
    }

    void enter(RequestRef ref, SessionPresence socket) {
        requests.compute(ref, (_, found) -> {
            RequestPresence<SessionPresence> request = found == null ? new RequestPresence<>() : found;
            synchronized (request) {
                request.enter(socket, socket.person());
            }
            return request;
        });
    }

    void leave(RequestRef ref, SessionPresence socket) {
        requests.computeIfPresent(ref, (_, request) -> {
            synchronized (request) {
                request.leave(socket);
                return request.isEmpty() ? null : request;
            }
        });
        restless.add(ref);
    }

    void beforeReading(RequestRef ref, SessionPresence socket) {
        in(ref, request -> request.beforeReading(socket));
    }

    /** False if the rights have to be read again. */
    boolean confirm(RequestRef ref, SessionPresence socket, Sight sight) {
        return in(ref, request -> request.confirm(socket, sight), true);
    }

    /** Answers {@code listener} who is there, before any later change is told. False if the socket itself is not there. */
    boolean look(RequestRef ref, SessionPresence socket, Consumer<PresentPeople> listener) {
        return in(
                ref,
                request -> {
                    boolean there = request.sight(socket).isPresent();
                    if (there) {
                        listener.accept(request.tell(socket));
                    }
                    return there;
                },
                false);
    }

    /** The role in which the socket's user is there, if it is. */
    Optional<Sight> sight(RequestRef ref, SessionPresence socket) {
        return in(ref, request -> request.sight(socket), Optional.empty());
    }

    void type(RequestRef ref, SessionPresence socket, Typing typing) {
        Instant until = clock.instant().plus(TYPING);
        in(ref, request -> request.type(socket, typing, until));
    }

    /** Called in the program's turn, when the rights of a session's user in the program may have changed. */
    void rightsChanged(LiveSession session, UUID program, Optional<Sight> role) {
        SessionPresence socket = sessions.get(session);
        if (socket == null) {
            return;
        }
        for (RequestRef ref : socket.viewedIn(program)) {
            if (role.isEmpty()) {
                socket.lose(ref);
            } else if (in(ref, request -> request.doubt(socket, role.get()), false)) {
                socket.checkAgain(ref);
            }
        }
    }

    /** Called in the program's turn. */
    void released(Entry entry) {
        if (entry.requestId() == null) {
            return;
        }
        RequestRef ref = new RequestRef(entry.stream(), entry.requestId());
        boolean deleted = entry.event() == EventType.REQUEST_DELETED;
        RequestPresence<SessionPresence> request = requests.get(ref);
        if (request != null && (deleted || entry.audience().isForgottenBySomebody())) {
            Predicate<Reader> loses =
                    reader -> deleted || reader.presentationOf(entry.audience()) == Presentation.FORGET;
            List<SessionPresence> gone;
            synchronized (request) {
                gone = request.forget(loses);
            }
            gone.forEach(socket -> socket.lose(ref));
        }
    }

    /** Tells what has changed. Called once per period, by one thread; does not block. */
    void tick() {
        Instant now = clock.instant();
        for (RequestRef ref : Set.copyOf(restless)) {
            restless.remove(ref);
            try {
                tell(ref, now);
            } catch (RuntimeException e) {
                log.error("presence at request {} could not be told", ref.request(), e);
            }
        }
    }

    private void tell(RequestRef ref, Instant now) {
        RequestPresence<SessionPresence> request = requests.get(ref);
        if (request == null) {
            return;
        }
        synchronized (request) {
            if (request.pass(now)) {
                restless.add(ref);
            }
            tell(ref, request.news());
        }
    }

    private void tell(RequestRef ref, Map<SessionPresence, PresentPeople> news) {
        Map<PresentPeople, EncodedEvent> encoded = new HashMap<>();
        news.forEach((socket, people) ->
                socket.send(encoded.computeIfAbsent(people, wanted -> encoder.presence(ref, wanted))));
    }

    private <T> T in(RequestRef ref, Function<RequestPresence<SessionPresence>, T> action, T otherwise) {
        RequestPresence<SessionPresence> request = requests.get(ref);
        if (request == null) {
            return otherwise;
        }
        synchronized (request) {
            restless.add(ref);
            return action.apply(request);
        }
    }

    private void in(RequestRef ref, Consumer<RequestPresence<SessionPresence>> action) {
        var _ = in(
                ref,
                request -> {
                    action.accept(request);
                    return true;
                },
                true);
    }
}
