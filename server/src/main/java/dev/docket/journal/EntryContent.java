package dev.docket.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an entry is hashed, in this order, as it stands in the database: also what nobody at Docket would write is told
 * as it is. {@code changes}, {@code data} and {@code clientData} are JSON texts, byte for byte.
 */
public record EntryContent(
        UUID stream,
        UUID id,
        String event,
        @Nullable UUID requestId,
        @Nullable Long version,
        @Nullable UUID subjectId,
        UUID actorId,
        String actorName,
        String level,
        List<UUID> staffUsers,
        List<UUID> clientUsers,
        String forgetLevel,
        List<UUID> forgetUsers,
        String changes,
        String data,
        @Nullable String clientData,
        Instant at) {

    public EntryContent {
        staffUsers = sorted(staffUsers);
        clientUsers = sorted(clientUsers);
        forgetUsers = sorted(forgetUsers);
    }

    static EntryContent of(Entry entry) {
        Audience audience = entry.audience();
        return new EntryContent(
                entry.stream(),
                entry.id(),
                entry.event().wireName(),
                entry.requestId(),
                entry.version(),
                entry.subjectId(),
                entry.actorId(),
                entry.actorName(),
                audience.level().name(),
                List.copyOf(audience.staffUsers()),
                List.copyOf(audience.clientUsers()),
                audience.forgetLevel().name(),
                List.copyOf(audience.forgetUsers()),
                entry.changes(),
                entry.data(),
                entry.clientData(),
                entry.at());
    }

    private static List<UUID> sorted(Collection<UUID> users) {
        List<UUID> all = new ArrayList<>(users);
        all.sort(null);
        return List.copyOf(all);
    }
}
