package dev.docket.identity;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tables of log-ins and of their refresh tokens. */
@Singleton
final class SessionStore {
    record UserSession(UUID id, User user, boolean ended) {}

    void insert(Transaction tx, UUID id, UUID userId, Instant now, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO login_session (id, user_id, created_at, expires_at)
                        VALUES (:id, :userId, :now, :expiresAt)
                        """)
                .bind("id", id)
                .bind("userId", userId)
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    void insertToken(Transaction tx, byte[] hash, UUID sessionId, Instant now, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO refresh_token (hash, session_id, issued_at, expires_at)
                        VALUES (:hash, :sessionId, :now, :expiresAt)
                        """)
                .bind("hash", hash)
                .bind("sessionId", sessionId)
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    Optional<UserSession> find(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("""
                        SELECT s.id AS session_id, s.ended_at, u.*
                        FROM login_session s JOIN app_user u ON u.id = s.user_id
                        WHERE s.id = :id
                        """)
                .bind("id", id)
                .map((rows, _) -> new UserSession(
                        rows.getObject("session_id", UUID.class),
                        UserStore.user(rows),
                        rows.getTimestamp("ended_at") != null))
                .findOne();
    }

    Set<UUID> endedSince(Transaction tx, Instant instant) {
        return tx.handle()
                .createQuery("SELECT id FROM login_session WHERE ended_at >= :instant")
                .bind("instant", instant)
                .mapTo(UUID.class)
                .set();
    }

    /** Marks the token used, if it is good: the statement decides between two who come with the same one. */
    Optional<UUID> useToken(Transaction tx, byte[] hash, Instant now) {
        return tx.handle()
                .createQuery("""
                        UPDATE refresh_token SET used_at = :now
                        WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
                        RETURNING session_id
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }

    /** The session of a token, good or not. */
    Optional<TokenUse> findToken(Transaction tx, byte[] hash) {
        return tx.handle()
                .createQuery("SELECT session_id, used_at FROM refresh_token WHERE hash = :hash")
                .bind("hash", hash)
                .map((rows, _) ->
                        new TokenUse(rows.getObject("session_id", UUID.class), rows.getTimestamp("used_at") != null))
                .findOne();
    }

    record TokenUse(UUID sessionId, boolean used) {}

    void prolong(Transaction tx, UUID id, Instant expiresAt) {
        tx.handle()
                .createUpdate("UPDATE login_session SET expires_at = :expiresAt WHERE id = :id")
                .bind("expiresAt", expiresAt)
                .bind("id", id)
                .execute();
    }

    void end(Transaction tx, UUID id, String reason, Instant now) {
        tx.handle()
                .createUpdate("""
                        UPDATE login_session SET ended_at = :now, end_reason = :reason
                        WHERE id = :id AND ended_at IS NULL
                        """)
                .bind("now", now)
                .bind("reason", reason)
                .bind("id", id)
                .execute();
    }

    void endAllOf(Transaction tx, UUID userId, String reason, Instant now) {
        tx.handle()
                .createUpdate("""
                        UPDATE login_session SET ended_at = :now, end_reason = :reason
                        WHERE user_id = :userId AND ended_at IS NULL
                        """)
                .bind("now", now)
                .bind("reason", reason)
                .bind("userId", userId)
                .execute();
    }

    /** What can't be used any more tells nothing any more. */
    void deleteExpiredOf(Transaction tx, UUID userId, Instant now) {
        tx.handle().createUpdate("""
                        DELETE FROM refresh_token t USING login_session s
                        WHERE s.id = t.session_id AND s.user_id = :userId AND t.expires_at < :now
                        """).bind("userId", userId).bind("now", now).execute();
        tx.handle().createUpdate("""
                        DELETE FROM login_session s
                        WHERE s.user_id = :userId AND s.expires_at < :now
                          AND NOT EXISTS (SELECT FROM refresh_token t WHERE t.session_id = s.id)
                        """).bind("userId", userId).bind("now", now).execute();
    }
}
