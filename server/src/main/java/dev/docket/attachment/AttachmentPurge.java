package dev.docket.attachment;

import dev.docket.request.PurgedParts;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Files of requests that go for good: their rows lose the name, and {@link StorageSweep} removes the bytes soon after. */
@Singleton
final class AttachmentPurge implements PurgedParts {
    private final AttachmentStore store;
    private final Clock clock;

    AttachmentPurge(AttachmentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void purge(Transaction tx, List<UUID> requestIds) {
        store.empty(tx, requestIds, clock.instant());
    }
}
