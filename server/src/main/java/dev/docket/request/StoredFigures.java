package dev.docket.request;

import dev.docket.program.ActiveUsage;
import dev.docket.program.RequestFigures;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells programs about their requests. */
@Singleton
final class StoredFigures implements RequestFigures {
    private final RequestStore store;

    StoredFigures(RequestStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, ActiveUsage> active(Transaction tx, Collection<UUID> programIds, UUID creatorId) {
        return store.active(tx, programIds, creatorId);
    }

    @Override
    public boolean hasValues(Transaction tx, UUID programId, String fieldKey) {
        return store.hasValues(tx, programId, fieldKey);
    }
}
