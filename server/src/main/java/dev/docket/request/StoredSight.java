package dev.docket.request;

import dev.docket.program.RequestSight;
import dev.docket.program.Viewer;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Tells others who may see a request now. */
@Singleton
final class StoredSight implements RequestSight {
    private final RequestStore store;

    StoredSight(RequestStore store) {
        this.store = store;
    }

    @Override
    public boolean sees(Transaction tx, UUID programId, Viewer viewer, UUID requestId) {
        return store.find(tx, programId, requestId)
                .filter(request -> RequestPolicy.sees(viewer, request))
                .isPresent();
    }
}
