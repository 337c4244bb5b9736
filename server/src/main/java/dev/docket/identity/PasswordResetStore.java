package dev.docket.identity;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table of links to set a new password. Lock order: the user's row, then this. */
@Singleton
final class PasswordResetStore {
    /** An older one of the user dies. */
    void replace(Transaction tx, UUID userId, byte[] hash, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO password_reset (user_id, hash, expires_at) VALUES (:userId, :hash, :expiresAt)
                        ON CONFLICT (user_id) DO UPDATE SET hash = :hash, expires_at = :expiresAt
                        """)
                .bind("userId", userId)
                .bind("hash", hash)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /** Whose link it is, if it is good. */
    Optional<UUID> find(Transaction tx, byte[] hash, Instant now) {
        return tx.handle()
                .createQuery("SELECT user_id FROM password_reset WHERE hash = :hash AND expires_at > :now")
                .bind("hash", hash)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }

    /** @return whether it was still there: the statement decides between two who come with the same one */
    boolean use(Transaction tx, byte[] hash) {
        return tx.handle().execute("DELETE FROM password_reset WHERE hash = ?", (Object) hash) == 1;
    }

    void delete(Transaction tx, UUID userId) {
        tx.handle().execute("DELETE FROM password_reset WHERE user_id = ?", userId);
    }
}
