package dev.docket.socketio;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Engine.IO half of a server: its sessions and the loops that they live on. Thread-safe. */
final class Engine {
    private final Options options;
    private final OriginPolicy origins;
    private final Function<Session, SessionListener> listeners;
    private final Map<EventLoop, Loop> loops = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> addresses = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile boolean closing;

    Engine(Options options, Function<Session, SessionListener> listeners) {
        this.options = options;
        this.origins = new OriginPolicy(options.allowedOrigins());
        this.listeners = listeners;
    }

    Options options() {
        return options;
    }

    OriginPolicy origins() {
        return origins;
    }

    SessionListener listener(Session session) {
        return listeners.apply(session);
    }

    Loop loop(EventLoop executor) {
        return loops.computeIfAbsent(executor, created -> new Loop(created, options));
    }

    @Nullable
    Session find(String id) {
        return sessions.get(id);
    }

    Collection<Session> sessions() {
        return sessions.values();
    }

    int size() {
        return sessions.size();
    }

    /** Why no new session is possible for the request, or null. The caller creates one right after a null. */
    @Nullable
    Refusal admit(Request request) {
        if (closing) {
            return Refusal.SHUTTING_DOWN;
        }
        InetAddress address = request.remoteAddress().getAddress();
        if (isCounted(address) && addresses.merge(address, 1, Integer::sum) > options.sessionsPerAddress()) {
            release(address);
            return Refusal.TOO_MANY_SESSIONS;
        }
        return null;
    }

    /** A new session of an admitted request, to be opened by the caller. */
    Session create(Loop loop, Request request) {
        var session = new Session(this, loop, Ids.next(), request);
        sessions.put(session.id(), session);
        if (closing) {
            // It came in between the check and the closing of the others.
            loop.execute(() -> session.close(DisconnectReason.SERVER_SHUTTING_DOWN));
        }
        return session;
    }

    void closed(Session session) {
        if (sessions.remove(session.id(), session)) {
            InetAddress address = session.remoteAddress().getAddress();
            if (isCounted(address)) {
                release(address);
            }
            if (closing && sessions.isEmpty()) {
                empty.complete(null);
            }
        }
    }

    private boolean isCounted(@Nullable InetAddress address) {
        return address != null && options.sessionsPerAddress() < Integer.MAX_VALUE;
    }

    private void release(InetAddress address) {
        addresses.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Refuses new sessions, drains the others, and completes when there are none. */
    CompletableFuture<Void> close() {
        closing = true;
        for (Session session : sessions.values()) {
            session.loop().execute(() -> session.close(DisconnectReason.SERVER_SHUTTING_DOWN));
        }
        if (sessions.isEmpty()) {
            empty.complete(null);
        }
        return empty;
    }

    /** Closes what is not drained yet. */
    void stopDraining() {
        for (Session session : sessions.values()) {
            session.loop().execute(session::stopDraining);
        }
    }
}
