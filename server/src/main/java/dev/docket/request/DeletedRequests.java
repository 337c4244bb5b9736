package dev.docket.request;

import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Position;
import dev.docket.journal.Positioned;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.program.ReachedLimit;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deleted drafts, which managers can bring back for {@link #KEPT}. */
@Singleton
final class DeletedRequests {
    static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Programs programs;
    private final Requests requests;
    private final RequestStore present;
    private final DeletedRequestStore store;
    private final RequestDetails details;
    private final RequestJournal records;
    private final Clock clock;

    DeletedRequests(
            Database database,
            Programs programs,
            Requests requests,
            RequestStore present,
            DeletedRequestStore store,
            RequestDetails details,
            RequestJournal records,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.requests = requests;
        this.present = present;
        this.store = store;
        this.details = details;
        this.records = records;
        this.clock = clock;
    }

    Positioned<Page<DeletedRequest>> list(Actor actor, UUID programId, Paging paging) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            RequestPolicy.maySeeDeleted(access.viewer()).orForbid();
            Position position = programs.position(tx, access);
            List<DeletedRequest> views = store.list(tx, programId, paging).stream()
                    .map(deleted -> view(tx, access, deleted))
                    .toList();
            return new Positioned<>(position, Page.of(views, paging, store.count(tx, programId)));
        });
    }

    /** Into the state in which it was deleted. Limits hold as for a new request. */
    RequestDetail restore(Actor actor, UUID programId, UUID requestId) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForCounting(tx, actor, programId);
            Request deleted = store.lock(tx, programId, requestId)
                    .filter(_ -> RequestPolicy.maySeeDeleted(access.viewer()).allowed())
                    .orElseThrow(() -> notDeleted(tx, access, requestId));
            RequestPolicy.mayRestore(access).orForbid();
            requests.refuseIfFull(tx, access, deleted.creator().id());
            Request restored = store.restore(tx, requestId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            records.restored(tx, access, restored);
            return details.of(tx, access, restored);
        });
    }

    /** Either it is there, or the viewer may not know whether it ever was. */
    private Problem notDeleted(Transaction tx, ProgramAccess access, UUID requestId) {
        Request present = requests.find(tx, access, requestId);
        RequestPolicy.mayRestore(access).orForbid();
        return Problem.conflict(access.program().requestKey(present.number()) + " is not deleted.");
    }

    private DeletedRequest view(Transaction tx, ProgramAccess access, DeletedRequestStore.Deleted deleted) {
        String refusal = refusal(tx, access, deleted.request());
        return new DeletedRequest(
                RequestView.of(access, deleted.request()),
                deleted.by(),
                deleted.at(),
                deleted.at().plus(KEPT),
                new DeletedRequest.Can(refusal == null),
                refusal);
    }

    private @Nullable String refusal(Transaction tx, ProgramAccess access, Request request) {
        String refusal = RequestPolicy.mayRestore(access).refusal();
        if (refusal != null || !access.program().hasLimits()) {
            return refusal;
        }
        return ReachedLimit.of(
                        access.program(),
                        present.active(
                                tx, request.programId(), request.creator().id()))
                .map(ReachedLimit::sentence)
                .orElse(null);
    }
}
