package dev.docket.identity;

import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Secrets that Docket makes for itself when it first needs them, and keeps: there is no default key to forget to change. */
@Singleton
public final class SigningKeys {
    private static final int BYTES = 32;

    private final Database database;
    private final SigningKeyStore store;
    private final Clock clock;

    SigningKeys(Database database, SigningKeyStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /** The same 32 bytes at every start and on every node. */
    public byte[] secret(String purpose) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return database.write(tx -> store.findOrInsert(tx, purpose, fresh, clock.instant()));
    }
}
