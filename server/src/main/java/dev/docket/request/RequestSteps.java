package dev.docket.request;

import dev.docket.common.Person;
import dev.docket.common.Problem;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.Change;
import dev.docket.program.Member;
import dev.docket.program.Memberships;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a request: the steps of its life cycle, and who shall do it. */
@Singleton
public final class RequestSteps {
    static final int MAX_REASON = 1_000;

    private final Database database;
    private final Programs programs;
    private final Memberships memberships;
    private final Requests requests;
    private final RequestStore store;
    private final RequestDetails details;
    private final RequestJournal records;
    private final StaleCheck stale;
    private final Clock clock;

    RequestSteps(
            Database database,
            Programs programs,
            Memberships memberships,
            Requests requests,
            RequestStore store,
            RequestDetails details,
            RequestJournal records,
            StaleCheck stale,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.memberships = memberships;
        this.requests = requests;
        this.store = store;
        this.details = details;
        this.records = records;
        this.stale = stale;
        this.clock = clock;
    }

    /** Hands it in, for the first time or again after a rejection. */
    public RequestDetail submit(Actor actor, UUID programId, UUID requestId, SeenVersion seen) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForCounting(tx, actor, programId);
            Request current = requests.lock(tx, access, requestId);
            return take(tx, access, current, Transition.toSubmit(current), seen, null);
        });
    }

    public RequestDetail withdraw(Actor actor, UUID programId, UUID requestId, SeenVersion seen) {
        return take(actor, programId, requestId, Transition.WITHDRAW, seen, null);
    }

    public RequestDetail review(Actor actor, UUID programId, UUID requestId, SeenVersion seen) {
        return take(actor, programId, requestId, Transition.REVIEW, seen, null);
    }

    public RequestDetail approve(Actor actor, UUID programId, UUID requestId, SeenVersion seen) {
        return take(actor, programId, requestId, Transition.APPROVE, seen, null);
    }

    public RequestDetail reject(
            Actor actor, UUID programId, UUID requestId, SeenVersion seen, @Nullable String reason) {
        Violations violations = new Violations();
        String given = Text.block(violations, "reason", reason, 1, MAX_REASON);
        violations.orThrow();
        return take(actor, programId, requestId, Transition.REJECT, seen, given);
    }

    public RequestDetail complete(Actor actor, UUID programId, UUID requestId, SeenVersion seen) {
        return take(actor, programId, requestId, Transition.COMPLETE, seen, null);
    }

    /** Gives it to a member of the staff, or with null to nobody. */
    public RequestDetail assign(
            Actor actor, UUID programId, UUID requestId, @Nullable UUID assigneeId, SeenVersion seen) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request current = requests.lock(tx, access, requestId);
            boolean takes = access.viewer().userId().equals(assigneeId);
            (takes ? RequestPolicy.mayAssignSelf(access, current) : RequestPolicy.mayAssign(access, current))
                    .orForbid();
            Member assignee = assigneeId == null ? null : assignable(tx, access, assigneeId);
            if (Objects.equals(
                    assigneeId,
                    current.assignee() == null ? null : current.assignee().id())) {
                return details.of(tx, access, current);
            }
            Person after = assignee == null ? null : assignee.user();
            stale.refuseOverwriting(tx, access, current, seen, List.of(RequestJournal.assignment(current, after)));
            Request assigned = store.update(tx, current.assignedTo(after, now()));
            records.assigned(tx, access, current, assigned);
            return details.of(tx, access, assigned);
        });
    }

    private RequestDetail take(
            Actor actor, UUID programId, UUID requestId, Transition step, SeenVersion seen, @Nullable String reason) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            return take(tx, access, requests.lock(tx, access, requestId), step, seen, reason);
        });
    }

    private RequestDetail take(
            Transaction tx,
            ProgramAccess access,
            Request current,
            Transition step,
            SeenVersion seen,
            @Nullable String reason) {
        stale.refuseOverwriting(tx, access, current, seen, List.of(RequestJournal.status(current, step.to())));
        LifeCycle.check(
                        step,
                        access,
                        current,
                        clock.instant(),
                        () -> store.active(
                                tx, current.programId(), current.creator().id()))
                .orThrow();
        Request moved = store.update(tx, current.movedTo(step.to(), reason, now()));
        List<Change> changes = new ArrayList<>(List.of(RequestJournal.status(current, step.to())));
        if (!Objects.equals(current.rejectionReason(), reason)) {
            changes.add(Change.of("rejectionReason", "Reason for rejection", current.rejectionReason(), reason));
        }
        records.statusChanged(tx, access, current, moved, changes, reason);
        return details.of(tx, access, moved);
    }

    private Member assignable(Transaction tx, ProgramAccess access, UUID userId) {
        return memberships
                .memberUnchanging(tx, access.program().id(), userId)
                .filter(member -> member.active() && member.role().isStaff())
                .orElseThrow(() -> Problem.invalid(
                        "userId", userId + " (expected: an active staff member of the program, or null)"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
