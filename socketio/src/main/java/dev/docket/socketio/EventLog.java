package dev.docket.socketio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The latest events of one namespace and the sockets that may still ask for them. One lock orders the events: an event
 * is given its offset, kept and handed to the event loops before the next one gets its offset, and a recovery reads the
 * log and queues the socket's return in one step. So what a recovered socket missed and what it gets live fit together.
 */
final class EventLog {
    private record Kept(long number, Set<String> rooms, Set<String> except, EncodedEvent event, long since) {
        boolean isFor(Set<String> names) {
            return (rooms.isEmpty() || !Collections.disjoint(rooms, names)) && Collections.disjoint(except, names);
        }
    }

    /** A connected socket that may be continued later; {@code since}: the number of the last event before it. */
    private record Live(Socket socket, String pid, long since) {}

    private record Lost(String pid, long since, Set<String> rooms, long at) {}

    /** A session to be continued, and the number of the last event that its client has seen. */
    record Continued(RecoveredSession session, long seen) {}

    private final Object lock = new Object();
    private final long windowNanos;
    private final int capacity;

    private final ArrayDeque<Kept> events = new ArrayDeque<>();

    private final Map<String, Live> live = new HashMap<>();

    /** By the socket's id, the longest lost first. */
    private final Map<String, Lost> lost = new LinkedHashMap<>();

    private long last;

    EventLog(Duration window, int capacity) {
        this.windowNanos = window.toNanos();
        this.capacity = capacity;
    }

    /** Encodes an event with its offset, keeps it and sends it. */
    void append(
            Set<String> rooms, Set<String> except, Function<String, EncodedEvent> encode, Consumer<EncodedEvent> send) {
        synchronized (lock) {
            EncodedEvent event = encode.apply(Long.toString(last + 1));
            last++;
            long now = System.nanoTime();
            events.add(new Kept(last, rooms, except, event, now));
            forget(now);
            send.accept(event);
        }
    }

    private void forget(long now) {
        while (events.size() > capacity
                || (!events.isEmpty() && now - events.element().since() > windowNanos)) {
            events.remove();
        }
        var oldest = lost.values().iterator();
        while (oldest.hasNext() && now - oldest.next().at() > windowNanos) {
            oldest.remove();
        }
    }

    /** A secret with which the socket may be continued; it tells the socket's id to us. */
    String issue(Socket socket) {
        synchronized (lock) {
            String pid = Ids.next() + socket.id();
            live.put(socket.id(), new Live(socket, pid, last));
            return pid;
        }
    }

    void lost(Socket socket, Set<String> rooms, DisconnectReason reason) {
        synchronized (lock) {
            Live entry = live.get(socket.id());
            if (entry != null && entry.socket().equals(socket)) {
                live.remove(socket.id());
                if (reason.recoverable()) {
                    long now = System.nanoTime();
                    lost.put(socket.id(), new Lost(entry.pid(), entry.since(), rooms, now));
                    forget(now);
                }
            }
        }
    }

    /** Until its client says otherwise it has seen nothing new: what it missed is only on its way. */
    void resumed(Socket socket, String pid, long seen) {
        synchronized (lock) {
            live.put(socket.id(), new Live(socket, pid, seen));
        }
    }

    void recover(String pid, String offset, Executor executor, Consumer<Optional<Continued>> then) {
        String id = pid.substring(Math.min(pid.length(), Ids.LENGTH));
        Socket halfOpen;
        synchronized (lock) {
            Live connected = live.get(id);
            if (connected == null || !connected.pid().equals(pid)) {
                Optional<Continued> session = take(id, pid, offset);
                executor.execute(() -> then.accept(session));
                return;
            }
            halfOpen = connected.socket();
        }
        // The client knows that its connection is dead before we do.
        halfOpen.onDisconnect(reason -> recover(pid, offset, executor, then));
        halfOpen.closeConnection();
    }

    private Optional<Continued> take(String id, String pid, String offset) {
        forget(System.nanoTime());
        Lost socket = lost.get(id);
        if (socket == null || !socket.pid().equals(pid)) {
            return Optional.empty();
        }
        lost.remove(id);
        long seen = Math.max(socket.since(), number(offset));
        long oldest = last - events.size();
        if (seen < oldest || seen > last) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>(socket.rooms());
        names.add(id);
        List<EncodedEvent> missed = events.stream()
                .filter(kept -> kept.number() > seen && kept.isFor(names))
                .map(Kept::event)
                .toList();
        return Optional.of(new Continued(new RecoveredSession(id, socket.rooms(), missed), seen));
    }

    /** Offsets come from the client; one that is not ours counts as none. */
    private static long number(String offset) {
        try {
            return Long.parseLong(offset);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
