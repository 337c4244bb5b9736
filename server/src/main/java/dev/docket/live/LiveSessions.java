package dev.docket.live;

import dev.docket.identity.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The sessions of this node, by user. Thread-safe. */
final class LiveSessions {
    private final Map<UUID, Set<LiveSession>> byUser = new ConcurrentHashMap<>();

    void add(LiveSession session) {
        byUser.compute(session.actor().id(), (_, sessions) -> {
            Set<LiveSession> open = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
            open.add(session);
            return open;
        });
    }

    void remove(LiveSession session) {
        byUser.computeIfPresent(session.actor().id(), (_, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    List<LiveSession> of(UUID user) {
        return List.copyOf(byUser.getOrDefault(user, Set.of()));
    }

    List<LiveSession> where(Predicate<Actor> condition) {
        return byUser.values().stream()
                .flatMap(Collection::stream)
                .filter(session -> condition.test(session.actor()))
                .toList();
    }

    boolean isEmpty() {
        return byUser.isEmpty();
    }
}
