package dev.docket.live;

import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes the sockets of users who are deactivated or get another global role: if they may, they come back as who they
 * are now. A handshake verifies its token before its socket can be found here, so it notes {@link #seen} before, and asks
 * {@link #changedSince} when it can be found: whatever changed between is seen by one side or the other.
 */
final class People {
    private final LiveSessions sessions;
    private final Map<UUID, Long> changes = new ConcurrentHashMap<>();
    private volatile long seen;

    People(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /** The last entry about users that was released here. */
    long seen() {
        return seen;
    }

    boolean changedSince(UUID user, long seq) {
        return changes.getOrDefault(user, 0L) > seq;
    }

    /** Called in the system stream's turn. */
    void released(Entry entry) {
        UUID user = entry.subjectId();
        if (entry.event() == EventType.USER_UPDATED && user != null) {
            UserChange change = UserChange.in(entry);
            if (change.ofActivity() || change.ofRole()) {
                changes.put(user, entry.seq());
                sessions.of(user).forEach(session -> close(session, change.ofActivity()));
            }
        }
        seen = entry.seq();
    }

    private static void close(LiveSession session, boolean deactivated) {
        if (deactivated) {
            session.close(Closing.USER_INACTIVE);
        } else {
            session.reconnect();
        }
    }
}
