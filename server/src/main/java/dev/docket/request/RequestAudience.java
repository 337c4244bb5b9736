package dev.docket.request;

import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Who receives what happens to a request: exactly those who may see it ({@link RequestPolicy#sees}). */
public final class RequestAudience {
    private RequestAudience() {}

    /**
     * A draft: managers, its creator and its assignee. Later: all staff, the creator who is a client, and the clients whom
     * it is shared with.
     */
    public static Audience of(Request request) {
        Set<UUID> clients = new HashSet<>();
        if (request.creatorIsClient()) {
            clients.add(request.creator().id());
        }
        if (request.status() != RequestStatus.DRAFT) {
            request.participants().forEach(participant -> clients.add(participant.id()));
            return Audience.of(Level.STAFF, Set.of(), clients);
        }
        Set<UUID> staff = new HashSet<>();
        if (!request.creatorIsClient()) {
            staff.add(request.creator().id());
        }
        if (request.assignee() != null) {
            staff.add(request.assignee().id());
        }
        return Audience.of(Level.MANAGERS, staff, clients);
    }

    /** The staff among them: for what no client may ever learn. */
    public static Audience internal(Request request) {
        Audience audience = of(request);
        return Audience.of(audience.level(), audience.staffUsers(), Set.of());
    }
}
