package dev.docket.request;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.program.Member;
import dev.docket.program.Memberships;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Shares requests with other clients of the program. Participants see the request as clients do, comment and attach; they
 * neither edit it nor take steps. Nobody but the creator, the assignee and the managers sees a draft, shared or not.
 */
@Singleton
public final class Participants {
    static final int MAX = 50;

    private final Database database;
    private final Programs programs;
    private final Memberships memberships;
    private final Requests requests;
    private final ParticipantStore store;
    private final RequestDetails details;
    private final RequestJournal records;
    private final Clock clock;

    Participants(
            Database database,
            Programs programs,
            Memberships memberships,
            Requests requests,
            ParticipantStore store,
            RequestDetails details,
            RequestJournal records,
            Clock clock) {
        this.database = database;
        this.programs = programs;
        this.memberships = memberships;
        this.requests = requests;
        this.store = store;
        this.details = details;
        this.records = records;
        this.clock = clock;
    }

    /** Sharing again with the same client changes nothing. */
    public RequestDetail add(Actor actor, UUID programId, UUID requestId, UUID userId) {
        return database.write(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request current = requests.lock(tx, access, requestId);
            RequestPolicy.mayShare(access, current).orForbid();
            if (current.isSharedWith(userId)) {
                return details.of(tx, access, current);
            }
            refuseUnlessFitting(tx, current, userId);
            Request shared = store.add(tx, requestId, userId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            records.shared(tx, access, current, shared);
            return details.of(tx, access, shared);
        });
    }

    /** @throws Problem 404 if the request is not shared with that user */
    void remove(Actor actor, UUID programId, UUID requestId, UUID userId) {
        database.writeOnly(tx -> {
            ProgramAccess access = programs.accessForChange(tx, actor, programId);
            Request current = requests.lock(tx, access, requestId);
            RequestPolicy.mayStopSharing(access, current, userId).orForbid();
            if (!current.isSharedWith(userId)) {
                throw Problem.notFound("participant");
            }
            Request after = store.remove(tx, requestId, userId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            records.shared(tx, access, current, after);
        });
    }

    private void refuseUnlessFitting(Transaction tx, Request request, UUID userId) {
        Member member = memberships
                .memberUnchanging(tx, request.programId(), userId)
                .orElseThrow(() -> Problem.notFound("member"));
        String name = member.user().name();
        if (member.role().isStaff()) {
            throw Problem.conflict(name + " belongs to the staff, who see the request anyway.");
        }
        if (!member.active()) {
            throw Problem.conflict(name + " is deactivated and cannot see anything.");
        }
        if (request.isCreatedBy(userId)) {
            throw Problem.conflict(name + " filed the request and sees it anyway.");
        }
        if (request.participants().size() >= MAX) {
            throw Problem.conflict("participants: " + MAX + " already (expected: at most " + MAX + ")");
        }
    }
}
