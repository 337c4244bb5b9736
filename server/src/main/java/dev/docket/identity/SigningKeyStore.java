package dev.docket.identity;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The table of signing keys. */
@Singleton
final class SigningKeyStore {
    /** Whoever comes first decides; everybody gets that one. */
    byte[] findOrInsert(Transaction tx, String purpose, byte[] secret, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO signing_key (purpose, secret, created_at)
                        VALUES (:purpose, :secret, :now)
                        ON CONFLICT (purpose) DO NOTHING
                        """)
                .bind("purpose", purpose)
                .bind("secret", secret)
                .bind("now", now)
                .execute();
        return tx.handle()
                .createQuery("SELECT secret FROM signing_key WHERE purpose = :purpose")
                .bind("purpose", purpose)
                .map((rows, _) -> rows.getBytes(1))
                .one();
    }
}
