package dev.docket.http;

import dev.docket.storage.Database;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Answers are kept for a day and no longer. */
@Singleton
final class IdempotencyCleanup {
    private final Database database;
    private final IdempotentCallStore store;
    private final IdempotentWrites writes;

    IdempotencyCleanup(Database database, IdempotentCallStore store, IdempotentWrites writes) {
        this.database = database;
        this.store = store;
        this.writes = writes;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void run() {
        database.writeOnly(tx -> store.deleteOlderThan(tx, writes.oldest()));
    }
}
