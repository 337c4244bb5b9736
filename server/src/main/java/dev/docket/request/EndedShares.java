package dev.docket.request;

import dev.docket.program.MembershipEnd;
import dev.docket.program.ProgramAccess;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Who leaves a program leaves the requests that were shared there; a new membership does not bring them back. */
@Singleton
final class EndedShares implements MembershipEnd {
    private final RequestStore requests;
    private final ParticipantStore store;
    private final RequestJournal records;
    private final Clock clock;

    EndedShares(RequestStore requests, ParticipantStore store, RequestJournal records, Clock clock) {
        this.requests = requests;
        this.store = store;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public void ending(Transaction tx, ProgramAccess access, UUID userId) {
        UUID programId = access.program().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (UUID requestId : store.sharedWith(tx, userId)) {
            Request before = requests.lock(tx, programId, requestId).orElseThrow();
            records.shared(tx, access, before, store.remove(tx, requestId, userId, now));
        }
        store.removeFromDeleted(tx, programId, userId);
    }
}
