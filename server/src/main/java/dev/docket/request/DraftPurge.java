package dev.docket.request;

import dev.docket.common.Json;
import dev.docket.journal.Audience;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Empties drafts that were deleted longer ago than {@link DeletedRequests#KEPT}. What people wrote goes, with comments and
 * files; the number stays taken, and the journal keeps what it has.
 */
@Singleton
final class DraftPurge {
    private static final int AT_ONCE = 50;

    private final Database database;
    private final DeletedRequestStore store;
    private final List<PurgedParts> parts;
    private final Journal journal;
    private final Clock clock;

    DraftPurge(Database database, DeletedRequestStore store, List<PurgedParts> parts, Journal journal, Clock clock) {
        this.database = database;
        this.store = store;
        this.parts = parts;
        this.journal = journal;
        this.clock = clock;
    }

    /** On each node; two that meet do not take the same drafts. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void run() {
        int purged;
        do {
            purged = database.write(this::purgeSome);
        } while (purged == AT_ONCE);
    }

    private int purgeSome(Transaction tx) {
        tx.seeEveryProgram();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Request> old = store.lockOld(tx, now.minus(DeletedRequests.KEPT), AT_ONCE);
        List<UUID> ids = old.stream().map(Request::id).toList();
        if (!ids.isEmpty()) {
            parts.forEach(part -> part.purge(tx, ids));
            store.empty(tx, ids, now);
            // Streams in one order, as everybody takes them who takes several.
            old.stream().sorted(Comparator.comparing(Request::programId)).forEach(request -> record(tx, request));
        }
        return old.size();
    }

    /** Nobody's screen shows it any more; the entry says when the last of it went. */
    private void record(Transaction tx, Request request) {
        journal.append(
                tx,
                new NewEntry(
                        request.programId(),
                        EventType.REQUEST_DELETED,
                        request.id(),
                        request.version(),
                        null,
                        Journal.SYSTEM,
                        "Docket",
                        Audience.nobody(),
                        List.of(),
                        Json.tree(Map.of("request", Map.of("id", request.id()), "purged", true)),
                        null));
    }
}
