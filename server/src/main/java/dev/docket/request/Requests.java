package dev.docket.request;

import dev.docket.common.Problem;
import dev.docket.program.ProgramAccess;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The way to a request, and what may be done to it. */
@Singleton
public final class Requests {
    private final RequestStore store;

    Requests(RequestStore store) {
        this.store = store;
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

    private static Request visible(ProgramAccess access, java.util.Optional<Request> found) {
        return found.filter(request -> RequestPolicy.sees(access.viewer(), request))
                .orElseThrow(() -> Problem.notFound("request"));
    }
}
