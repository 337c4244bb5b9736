package dev.docket.live;

import dev.docket.journal.Audience;
import dev.docket.journal.Reader.Presentation;
import dev.docket.socketio.Broadcast;
import dev.docket.socketio.Namespace;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sends an entry to whom it concerns: one broadcast per presentation that somebody here needs. The rooms and {@link
 * dev.docket.journal.Reader#presentationOf} say the same, by room and by viewer.
 */
final class EntryBroadcast {
    private final Namespace namespace;
    private final ReleasedEntry entry;
    private final UUID program;
    private final Audience audience;

    EntryBroadcast(Namespace namespace, ReleasedEntry entry) {
        this.namespace = namespace;
        this.entry = entry;
        this.program = entry.entry().stream();
        this.audience = entry.entry().audience();
    }

    void to(Seats seats) {
        Set<Presentation> needed = EnumSet.noneOf(Presentation.class);
        seats.forEach((session, seat) -> {
            Presentation presentation = entry.presentationFor(seat.reader());
            if (seat.inRooms()) {
                needed.add(presentation);
            } else if (presentation != Presentation.NOTHING) {
                session.deliver(entry, presentation);
            }
        });
        needed.forEach(this::broadcast);
    }

    private void broadcast(Presentation presentation) {
        switch (presentation) {
            case STAFF -> rooms(Rooms.ofStaff(program, audience)).emit(entry.encoded(presentation));
            case CLIENT -> rooms(Rooms.ofClients(program, audience)).emit(entry.encoded(presentation));
            case FORGET ->
                rooms(Rooms.ofForgetting(program, audience))
                        .except(array(Rooms.ofStaff(program, audience)))
                        .except(array(Rooms.ofClients(program, audience)))
                        .emit(entry.encoded(presentation));
            case NOTHING -> {
                // Nobody is told.
            }
        }
    }

    private Broadcast rooms(List<String> rooms) {
        return namespace.to(array(rooms)).local();
    }

    private static String[] array(List<String> rooms) {
        return rooms.toArray(String[]::new);
    }
}
