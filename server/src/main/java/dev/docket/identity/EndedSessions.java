package dev.docket.identity;

import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Log-ins that ended lately, for whoever keeps a connection open on the strength of one. */
@Singleton
public final class EndedSessions {
    private final Database database;
    private final SessionStore store;

    EndedSessions(Database database, SessionStore store) {
        this.database = database;
        this.store = store;
    }

    public Set<UUID> since(Instant instant) {
        return database.read(tx -> store.endedSince(tx, instant));
    }
}
