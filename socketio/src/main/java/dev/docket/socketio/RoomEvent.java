package dev.docket.socketio;

import java.util.Set;

/**
 * A broadcast on its way to other nodes.
 *
 * @param rooms that it goes to; empty: all sockets of the event's namespace
 * @param except rooms that are left out
 * @param mayDrop whether a connection with a backlog may miss it
 * @param event encoded for its namespace
 */
public record RoomEvent(Set<String> rooms, Set<String> except, boolean mayDrop, EncodedEvent event) {
    /** Copies what it is given. */
    public RoomEvent {
        rooms = Set.copyOf(rooms);
        except = Set.copyOf(except);
    }
}
