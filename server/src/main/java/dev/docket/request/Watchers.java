package dev.docket.request;

import dev.docket.common.Json;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.identity.Actor;
import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.program.Viewer;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who wants to know what happens to a request. Its creator, its assignee and everybody who has commented watch it unless
 * they say no; others who see it may say yes. It changes nothing of the request, and nobody else is told.
 */
@Singleton
final class Watchers {
    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final WatchStore store;
    private final Journal journal;
    private final Clock clock;

    Watchers(Database database, Programs programs, Requests requests, WatchStore store, Journal journal, Clock clock) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Staff only. By name, without those who may not see the request any more. */
    Page<Person> list(Actor actor, UUID programId, UUID requestId, Paging paging) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Request request = requests.find(tx, access, requestId);
            RequestPolicy.maySeeWatchers(access.viewer()).orForbid();
            return Page.of(store.watchers(tx, request.id(), paging), paging, store.count(tx, request.id()));
        });
    }

    /** For oneself. Saying what is so already leaves no trace. */
    void watch(Actor actor, UUID programId, UUID requestId, boolean watching) {
        database.writeOnly(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request request = requests.lock(tx, access, requestId);
            RequestPolicy.mayWatch(access).orForbid();
            if (store.isWatching(tx, requestId, actor.id()) != watching) {
                store.say(tx, request, actor.id(), watching, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                record(tx, access.viewer(), request, watching);
            }
        });
    }

    /**
     * For the user's own sockets. The entry names the request in its data alone: it belongs into the user's activity and
     * into nobody's history of the request.
     */
    private void record(Transaction tx, Viewer viewer, Request request, boolean watching) {
        Actor actor = viewer.actor();
        Set<UUID> oneself = Set.of(actor.id());
        var data = Json.tree(Map.of("requestId", request.id(), "watching", watching));
        journal.append(
                tx,
                new NewEntry(
                        request.programId(),
                        EventType.REQUEST_WATCHED,
                        null,
                        null,
                        null,
                        actor.id(),
                        actor.name(),
                        Audience.of(
                                Level.NONE,
                                viewer.isStaff() ? oneself : Set.of(),
                                viewer.isClient() ? oneself : Set.of()),
                        List.of(),
                        data,
                        data));
    }
}
