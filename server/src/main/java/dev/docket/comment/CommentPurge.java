package dev.docket.comment;

import dev.docket.request.PurgedParts;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Comments of requests that go for good lose their text. */
@Singleton
final class CommentPurge implements PurgedParts {
    private final CommentStore store;
    private final Clock clock;

    CommentPurge(CommentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void purge(Transaction tx, List<UUID> requestIds) {
        store.empty(tx, requestIds, clock.instant());
    }
}
