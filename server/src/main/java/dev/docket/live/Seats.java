package dev.docket.live;

import dev.docket.journal.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Who follows a program, with which rights. Confined to the program's turn. */
final class Seats {
    /** @param inRooms whether broadcasts reach the socket; if not, each entry is sent to it by itself */
    record Seat(Reader reader, boolean inRooms) {}

    private final Map<LiveSession, Seat> seats = new HashMap<>();

    void add(LiveSession session, Reader reader, boolean inRooms) {
        seats.put(session, new Seat(reader, inRooms));
    }

    Optional<Reader> remove(LiveSession session) {
        return Optional.ofNullable(seats.remove(session)).map(Seat::reader);
    }

    boolean has(LiveSession session) {
        return seats.containsKey(session);
    }

    boolean inRooms(LiveSession session) {
        Seat seat = seats.get(session);
        return seat != null && seat.inRooms();
    }

    /** Answers whose rooms it has to join, if it was not in them. */
    Optional<Reader> moveIntoRooms(LiveSession session) {
        @Nullable Seat seat = seats.get(session);
        if (seat == null || seat.inRooms()) {
            return Optional.empty();
        }
        add(session, seat.reader(), true);
        return Optional.of(seat.reader());
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
