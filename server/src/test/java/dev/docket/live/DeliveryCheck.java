package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.journal.Entry;
import dev.docket.journal.Reader;
import dev.docket.journal.Reader.Presentation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what a client received of one program with the journal: exactly the entries that it may see, in order, each
 * once. Knows nothing of servers: give it the journal, read in whatever way, and what arrived, over however many
 * connections.
 */
final class DeliveryCheck {
    private final List<Entry> journal;
    private final Map<Long, Entry> bySeq = new HashMap<>();
    private final Map<Presentation, Map<Long, JsonNode>> expected = new EnumMap<>(Presentation.class);

    /** @param journal all entries of the program, in order */
    DeliveryCheck(List<Entry> journal) {
        this.journal = journal;
        journal.forEach(entry -> bySeq.put(entry.seq(), entry));
    }

    /**
     * What went wrong, in numbers.
     *
     * @param checked deliveries that were as they should be
     * @param lost entries that should have come and did not
     * @param doubled deliveries of what had come before, or of what was before the beginning
     * @param reordered deliveries after a later entry
     * @param leaked deliveries of what the viewer may not see, or not so
     */
    record Counts(long checked, long lost, long doubled, long reordered, long leaked) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    checked + other.checked,
                    lost + other.lost,
                    doubled + other.doubled,
                    reordered + other.reordered,
                    leaked + other.leaked);
        }
    }

    /**
     * @param reader with the rights that it had all the time
     * @param start the position after which everything was to come
     * @param received in the order of arrival
     */
    Counts check(Reader reader, long start, List<Received> received) {
        long checked = 0;
        long doubled = 0;
        long reordered = 0;
        long leaked = 0;
        long last = start;
        Set<Long> seen = new HashSet<>();
        for (Received delivery : received) {
            long seq = delivery.seq();
            if (!isAsItShouldBe(reader, delivery)) {
                leaked++;
            } else if (seq <= start || !seen.add(seq)) {
                doubled++;
            } else if (seq < last) {
                reordered++;
            } else {
                checked++;
                last = seq;
            }
        }
        long lost = journal.stream()
                .filter(entry -> entry.seq() > start)
                .filter(entry -> reader.presentationOf(entry.audience()) != Presentation.NOTHING)
                .filter(entry -> !seen.contains(entry.seq()))
                .count();
        return new Counts(checked, lost, doubled, reordered, leaked);
    }

    private boolean isAsItShouldBe(Reader reader, Received delivery) {
        Entry entry = bySeq.get(delivery.seq());
        if (entry == null) {
            return false;
        }
        JsonNode envelope = delivery.data();
        return envelope.path("id").asText().equals(entry.id().toString())
                && envelope.path("data").equals(expected(entry, reader.presentationOf(entry.audience())));
    }

    private JsonNode expected(Entry entry, Presentation presentation) {
        return expected.computeIfAbsent(presentation, _ -> new HashMap<>())
                .computeIfAbsent(entry.seq(), _ -> data(entry, presentation));
    }

    private static JsonNode data(Entry entry, Presentation presentation) {
        return switch (presentation) {
            case STAFF -> Json.parse(entry.data());
            case CLIENT -> Json.parse(String.valueOf(entry.clientData()));
            case FORGET ->
                Json.mapper()
                        .createObjectNode()
                        .set("request", Json.mapper().createObjectNode().put("id", String.valueOf(entry.requestId())));
            case NOTHING -> Json.mapper().nullNode();
        };
    }
}
