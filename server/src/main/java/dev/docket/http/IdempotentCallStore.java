package dev.docket.http;

import dev.docket.http.IdempotentCall.Answer;
import dev.docket.http.IdempotentCall.Earlier;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The answers of calls that came with a key. */
@Singleton
final class IdempotentCallStore {
    /** Sets the locks of calls apart from other advisory locks. */
    private static final long LOCK_SEED = 0x1de3907e47L;

    /** Whether no other call with this key is under way, on any node; held until the end of the transaction. */
    boolean lock(Transaction tx, IdempotentCall call) {
        return tx.handle()
                .createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:user || ' ' || :key, :seed))")
                .bind("user", call.userId().toString())
                .bind("key", call.key())
                .bind("seed", LOCK_SEED)
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Earlier> find(Transaction tx, UUID userId, String key, Instant since) {
        return tx.handle()
                .createQuery("""
                        SELECT fingerprint, status, location, body FROM idempotent_call
                        WHERE user_id = :user AND key = :key AND created_at > :since
                        """)
                .bind("user", userId)
                .bind("key", key)
                .bind("since", since)
                .map((rows, _) -> new Earlier(
                        rows.getString(1), new Answer(rows.getInt(2), rows.getString(3), rows.getString(4))))
                .findOne();
    }

    /** In place of one that is too old to count. */
    void keep(Transaction tx, IdempotentCall call, Answer answer, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO idempotent_call (user_id, key, fingerprint, status, location, body, created_at)
                        VALUES (:user, :key, :fingerprint, :status, :location, :body, :now)
                        ON CONFLICT (user_id, key) DO UPDATE
                        SET fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                            body = excluded.body, created_at = excluded.created_at
                        """)
                .bind("user", call.userId())
                .bind("key", call.key())
                .bind("fingerprint", call.fingerprint())
                .bind("status", answer.status())
                .bind("location", answer.location())
                .bind("body", answer.body())
                .bind("now", now)
                .execute();
    }

    void correct(Transaction tx, IdempotentCall call, Answer answer) {
        tx.handle()
                .createUpdate("""
                        UPDATE idempotent_call SET status = :status, location = :location, body = :body
                        WHERE user_id = :user AND key = :key
                        """)
                .bind("status", answer.status())
                .bind("location", answer.location())
                .bind("body", answer.body())
                .bind("user", call.userId())
                .bind("key", call.key())
                .execute();
    }

    void deleteOlderThan(Transaction tx, Instant time) {
        tx.handle()
                .createUpdate("DELETE FROM idempotent_call WHERE created_at <= :time")
                .bind("time", time)
                .execute();
    }
}
