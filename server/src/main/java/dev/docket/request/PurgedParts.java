package dev.docket.request;

import dev.docket.storage.Transaction;
import java.util.List;
import java.util.UUID;

/** What hangs on requests and goes when they go for good. Implemented by each who keeps some of it. */
@FunctionalInterface
public interface PurgedParts {
    /** The requests are locked and nobody sees them any more. */
    void purge(Transaction tx, List<UUID> requestIds);
}
