package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.Change;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramPolicy;
import dev.docket.program.Programs;
import dev.docket.program.ReachedLimit;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The way to a request, and how it is written: create, edit, delete. */
@Singleton
public final class Requests {
    private final Database database;
    private final Programs programs;
    private final RequestStore store;
    private final DeletedRequestStore deleted;
    private final WatchStore watches;
    private final Templates templates;
    private final RequestDetails details;
    private final RequestJournal records;
    private final StaleCheck stale;
    private final FieldFiles files;
    private final Clock clock;

    Requests(
            Database database,
            Programs programs,
            RequestStore store,
            DeletedRequestStore deleted,
            WatchStore watches,
            Templates templates,
            RequestDetails details,
            RequestJournal records,
            StaleCheck stale,
            FieldFiles files,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.store = store;
        this.deleted = deleted;
        this.watches = watches;
        this.templates = templates;
        this.details = details;
        this.records = records;
        this.stale = stale;
        this.files = files;
        this.clock = clock;
    }

    /** @throws Problem 404 if the program has no such request or the viewer may not see it */
    public Request find(Transaction tx, ProgramAccess access, UUID requestId) {
        return visible(access, store.find(tx, access.program().id(), requestId));
    }

    /**
     * The same, and nobody else changes the request until the commit. The caller got {@code access} for a change.
     *
     * @throws Problem 404 likewise
     */
    public Request lock(Transaction tx, ProgramAccess access, UUID requestId) {
        return visible(access, store.lock(tx, access.program().id(), requestId));
    }

    /** Keeps the counts in step with comments and attachments. The caller has locked the request; its version stays. */
    public void changeCounts(Transaction tx, Request request, CountChange change) {
        store.changeCount(tx, request.id(), change);
    }

    /** @throws Problem 404 if no such request exists or the viewer may not see it */
    RequestPlace place(Actor actor, RequestKey key) {
        return database.read(tx -> {
            ProgramAccess access =
                    programs.accessByKey(tx, actor, key.program()).orElseThrow(() -> Problem.notFound("request"));
            Request request =
                    visible(access, store.findByNumber(tx, access.program().id(), key.number()));
            return new RequestPlace(request.programId(), request.id(), key.text(), request.title());
        });
    }

    Positioned<Page<RequestView>> list(
            Actor actor, UUID programId, RequestFilter.Parameters parameters, Paging paging) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Position position = programs.position(tx, access);
            RequestFilter filter = RequestFilter.of(access, parameters);
            List<RequestView> views = store.list(tx, filter, paging).stream()
                    .map(request -> RequestView.of(access, request))
                    .toList();
            return new Positioned<>(position, Page.of(views, paging, store.count(tx, filter)));
        });
    }

    Positioned<RequestDetail> get(Actor actor, UUID programId, UUID requestId) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Position position = programs.position(tx, access);
            RequestDetail detail = details.of(tx, access, find(tx, access, requestId));
            return new Positioned<>(position, detail.watched(watches.isWatching(tx, requestId, actor.id())));
        });
    }

    /** As a draft. A program whose limit on active requests is reached takes no new ones either. */
    public RequestDetail create(Actor actor, UUID programId, RequestInput.New input) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForCounting(tx, actor, programId);
            ProgramPolicy.mayCreateRequest(access).orForbid();
            access.program().window().orRefuse(clock.instant());
            RequestContent content = RequestContent.of(access, templates.start(tx, access, input), input);
            refuseIfFull(tx, access, actor.id());
            int number = programs.nextRequestNumber(tx, access);
            Request created = store.insert(tx, Ids.next(), programId, number, actor.id(), content, now());
            records.created(tx, access, created, RequestContent.EMPTY.changesTo(content, access.program()));
            return details.of(tx, access, created);
        });
    }

    /** Changes what the edit names. An edit that changes nothing leaves no trace. */
    public RequestDetail edit(Actor actor, UUID programId, UUID requestId, RequestInput.Edit edit, SeenVersion seen) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request current = lock(tx, access, requestId);
            (edit.checksItemsOnly(access.program())
                            ? RequestPolicy.mayCheckItems(access, current)
                            : RequestPolicy.mayEdit(access, current))
                    .orForbid();
            RequestContent before = RequestContent.of(current);
            RequestContent after = before.with(access, edit, files.of(tx, current));
            List<Change> changes = before.changesTo(after, access.program());
            stale.refuseOverwriting(tx, access, current, seen, changes);
            refuseEmptying(access, current, after);
            if (changes.isEmpty()) {
                return details.of(tx, access, current);
            }
            Request edited = store.update(tx, current.edited(after, now()));
            records.updated(tx, access, edited, changes);
            return details.of(tx, access, edited);
        });
    }

    /** A draft only. It stays in the table, out of sight; {@link DeletedRequests} brings it back. */
    public void delete(Actor actor, UUID programId, UUID requestId, SeenVersion seen) {
        database.writeOnly(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request current = lock(tx, access, requestId);
            RequestPolicy.mayDelete(access, current).orForbid();
            stale.refuseIfChanged(tx, access, current, seen);
            records.deleted(tx, access, current, deleted.delete(tx, requestId, actor.id(), now()));
        });
    }

    /** A program whose limit on active requests is reached takes no more drafts. The caller came to count. */
    void refuseIfFull(Transaction tx, ProgramAccess access, UUID creatorId) {
        if (access.program().hasLimits()) {
            ReachedLimit.of(access.program(), store.active(tx, access.program().id(), creatorId))
                    .ifPresent(limit -> {
                        throw limit.problem();
                    });
        }
    }

    /** What had to be filled in to submit it stays filled in while it is looked at. */
    private static void refuseEmptying(ProgramAccess access, Request current, RequestContent after) {
        if (!current.status().isActive()) {
            return;
        }
        Violations violations = new Violations();
        access.program().fields().stream()
                .filter(field -> field.required() && FieldValues.shown(field, current.fields()) != null)
                .forEach(field -> violations.addUnless(
                        FieldValues.shown(field, after.fields()) != null,
                        RequestContent.FIELD_PREFIX + field.key(),
                        "no value (expected: one, " + field.label() + " is required)"));
        violations.orThrow();
    }

    private static Request visible(ProgramAccess access, Optional<Request> found) {
        return found.filter(request -> RequestPolicy.sees(access.viewer(), request))
                .orElseThrow(() -> Problem.notFound("request"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
