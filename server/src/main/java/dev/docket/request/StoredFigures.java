package dev.docket.request;

import dev.docket.common.Paging;
import dev.docket.program.ActiveUsage;
import dev.docket.program.CreatorUsage;
import dev.docket.program.RequestFigures;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells programs about their requests. */
@Singleton
final class StoredFigures implements RequestFigures {
    private final RequestStore store;
    private final UsageStore usage;
    private final FieldValueStore values;

    StoredFigures(RequestStore store, UsageStore usage, FieldValueStore values) {
        this.store = store;
        this.usage = usage;
        this.values = values;
    }

    @Override
    public Map<UUID, ActiveUsage> active(Transaction tx, Collection<UUID> programIds, UUID creatorId) {
        return store.active(tx, programIds, creatorId);
    }

    @Override
    public List<CreatorUsage> activeCreators(Transaction tx, UUID programId, Paging paging) {
        return usage.creators(tx, programId, paging);
    }

    @Override
    public long countActiveCreators(Transaction tx, UUID programId) {
        return usage.countCreators(tx, programId);
    }

    @Override
    public int countValues(Transaction tx, UUID programId, String fieldKey) {
        return values.count(tx, programId, fieldKey);
    }
}
