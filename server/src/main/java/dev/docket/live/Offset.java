package dev.docket.live;

import dev.docket.journal.Position;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a stock client has received, as the last argument of each event says it (connection state recovery): of the
 * programs named everything up to {@code seq}, of all others everything that transactions below {@code settled} wrote.
 * The client could invent one: it then gets what it may see anyway.
 *
 * @param settled see {@link dev.docket.journal.JournalFeed#settled}
 * @param at when the event was released, to the second
 * @param seqs by program; {@link Place#epoch} is a fingerprint
 */
record Offset(long settled, Instant at, Map<UUID, Place> seqs) {
    private static final int RADIX = 36;
    private static final int PROGRAM_LENGTH = 22;
    static final int EPOCH_LENGTH = 4;
    private static final int PROGRAMS = 64;

    /** A place in one program. */
    record Place(String epoch, long seq) {
        static Place of(Position position) {
            return new Place(fingerprint(position.epoch()), position.seq());
        }
    }

    static Offset of(long settled, Instant at, UUID program, Position position) {
        return new Offset(settled, at, Map.of(program, Place.of(position)));
    }

    /** Enough to tell one history from another. */
    static String fingerprint(UUID epoch) {
        return text(epoch).substring(PROGRAM_LENGTH - EPOCH_LENGTH - 1, PROGRAM_LENGTH - 1);
    }

    /** For example {@code 4k2.t68b9c.AZqR…x1ab7}: numbers to base 36, ids to base 64. About 50 characters. */
    String text() {
        StringBuilder text = new StringBuilder(24 + seqs.size() * 32)
                .append(Long.toString(settled, RADIX))
                .append('.')
                .append(Long.toString(at.getEpochSecond(), RADIX));
        seqs.forEach((program, place) ->
                text.append('.').append(text(program)).append(place.epoch()).append(Long.toString(place.seq(), RADIX)));
        return text.toString();
    }

    /** Empty if it is none of ours. */
    static Optional<Offset> parse(String text) {
        String[] parts = text.split("\\.", PROGRAMS + 3);
        try {
            Map<UUID, Place> seqs = new LinkedHashMap<>();
            for (int i = 2; i < parts.length; i++) {
                seqs.put(uuid(parts[i].substring(0, PROGRAM_LENGTH)), place(parts[i].substring(PROGRAM_LENGTH)));
            }
            long settled = Long.parseLong(parts[0], RADIX);
            return parts.length > PROGRAMS + 2 || settled < 0
                    ? Optional.empty()
                    : Optional.of(new Offset(settled, Instant.ofEpochSecond(Long.parseLong(parts[1], RADIX)), seqs));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    /** This, and what {@code newer} names on top; beyond a number of programs the places set first are given up. */
    Offset with(Offset newer) {
        Map<UUID, Place> places = new LinkedHashMap<>(seqs);
        newer.seqs.forEach((program, place) -> {
            places.remove(program);
            places.put(program, place);
        });
        while (places.size() > PROGRAMS) {
            places.remove(places.keySet().iterator().next());
        }
        return new Offset(settled, newer.at, places);
    }

    private static Place place(String text) {
        return new Place(text.substring(0, EPOCH_LENGTH), Long.parseLong(text.substring(EPOCH_LENGTH), RADIX));
    }

    private static String text(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UUID uuid(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
