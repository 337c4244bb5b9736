package dev.docket.attachment;

import dev.docket.request.PurgedParts;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of requests that go for good: their rows lose the name, the bytes go with the commit. */
@Singleton
final class AttachmentPurge implements PurgedParts {
    private static final Logger log = LoggerFactory.getLogger(AttachmentPurge.class);

    private final AttachmentStore store;
    private final FileStorage storage;
    private final Clock clock;

    AttachmentPurge(AttachmentStore store, FileStorage storage, Clock clock) {
        this.store = store;
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public void purge(Transaction tx, List<UUID> requestIds) {
        List<String> keys = store.empty(tx, requestIds, clock.instant());
        tx.afterCommit(() -> keys.forEach(this::remove));
    }

    private void remove(String key) {
        try {
            storage.delete(key);
        } catch (IOException e) {
            log.error("a file could not be removed from the storage: {}", e.toString());
        }
    }
}
