package dev.docket.socketio;

import java.util.List;
import java.util.Set;

/**
 * An earlier connection, to be continued.
 *
 * @param sid the socket's id, as before
 * @param rooms to be joined before {@link Namespace#onConnect} is called
 * @param missed events sent in this order right after the CONNECT answer, before {@link Namespace#onConnect} is called
 */
public record RecoveredSession(String sid, Set<String> rooms, List<EncodedEvent> missed) {
    /** Copies what it is given. */
    public RecoveredSession {
        rooms = Set.copyOf(rooms);
        missed = List.copyOf(missed);
    }

    /** A session whose rooms and missed events the host handles itself in {@link Namespace#onConnect}. */
    public RecoveredSession(String sid) {
        this(sid, Set.of(), List.of());
    }
}
