package dev.docket.live;

import dev.docket.journal.Entry;
import dev.docket.journal.Journal;
import dev.docket.journal.JournalFeed;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The channels of all programs and of the system stream. Thread-safe. */
final class ProgramChannels implements JournalFeed.Follower {
    private final LiveContext live;
    private final People people;
    private final Map<UUID, ProgramChannel> channels = new ConcurrentHashMap<>();

    ProgramChannels(LiveContext live, People people) {
        this.live = live;
        this.people = people;
    }

    ProgramChannel of(UUID program) {
        return channels.computeIfAbsent(program, id -> new ProgramChannel(id, live));
    }

    @Override
    public void released(Entry entry) {
        if (entry.stream().equals(Journal.SYSTEM)) {
            people.released(entry);
        }
        of(entry.stream()).released(entry);
        live.presences().released(entry);
    }

    void forEach(Consumer<ProgramChannel> action) {
        channels.values().forEach(action);
    }
}
