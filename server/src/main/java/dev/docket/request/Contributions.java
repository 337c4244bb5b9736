package dev.docket.request;

import dev.docket.common.Json;
import dev.docket.identity.Actor;
import dev.docket.journal.Audience;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Writes down what is added to a request, or taken from it, without changing the request itself. */
@Singleton
public final class Contributions {
    private final Journal journal;

    Contributions(Journal journal) {
        this.journal = journal;
    }

    /**
     * The last statement of the change.
     *
     * @param internal whether only staff may ever learn of it
     * @param values the event's data, the same for everybody who receives it
     */
    public void record(
            Transaction tx, Actor actor, Request request, EventType event, boolean internal, Map<String, ?> values) {
        Audience audience = internal ? RequestAudience.internal(request) : RequestAudience.of(request);
        var data = Json.tree(values);
        journal.append(
                tx,
                new NewEntry(
                        request.programId(),
                        event,
                        request.id(),
                        request.version(),
                        null,
                        actor.id(),
                        actor.name(),
                        audience,
                        List.of(),
                        data,
                        internal ? null : data));
    }
}
