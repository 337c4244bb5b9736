package dev.docket.live;

import dev.docket.journal.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Who follows a program, with which rights, and in its rooms. Confined to the program's turn. */
final class Seats {
    /** @param inRooms whether broadcasts reach the socket; if not, each entry is sent to it by itself */
    record Seat(Reader reader, boolean inRooms) {}

    private final UUID program;
    private final Map<LiveSession, Seat> seats = new HashMap<>();

    Seats(UUID program) {
        this.program = program;
    }

    /** A session that is recovering stays out of the rooms until {@link #moveIntoRooms}. */
    void add(LiveSession session, Reader reader) {
        boolean inRooms = !session.recovering();
        seats.put(session, new Seat(reader, inRooms));
        if (inRooms) {
            Rooms.of(program, reader).forEach(session.socket()::join);
        }
    }

    void remove(LiveSession session) {
        Seat seat = seats.remove(session);
        if (seat != null && seat.inRooms()) {
            Rooms.of(program, seat.reader()).forEach(session.socket()::leave);
        }
    }

    void moveIntoRooms(LiveSession session) {
        Seat seat = seats.get(session);
        if (seat != null && !seat.inRooms()) {
            add(session, seat.reader());
        }
    }

    boolean has(LiveSession session) {
        return seats.containsKey(session);
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    List<LiveSession> sessions() {
        return List.copyOf(seats.keySet());
    }

    void forEach(BiConsumer<LiveSession, Seat> action) {
        seats.forEach(action);
    }
}
