package dev.docket.identity;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of log-ins and of their refresh tokens. */
@Singleton
final class SessionStore {
    record UserSession(UUID id, User user, boolean ended) {}

    void insert(Transaction tx, UUID id, UUID userId, Caller caller, Instant now, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO login_session (id, user_id, created_at, expires_at, last_used_at, address, device)
                        VALUES (:id, :userId, :now, :expiresAt, :now, :address, :device)
                        """)
                .bind("id", id)
                .bind("userId", userId)
                .bind("now", now)
                .bind("expiresAt", expiresAt)
                .bind("address", caller.addressText())
                .bind("device", caller.device())
                .execute();
    }

    void insertToken(Transaction tx, RefreshToken token, UUID sessionId, Instant now) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO refresh_token (hash, session_id, issued_at, expires_at)
                        VALUES (:hash, :sessionId, :now, :expiresAt)
                        """)
                .bind("hash", token.hash())
                .bind("sessionId", sessionId)
                .bind("now", now)
                .bind("expiresAt", token.expiresAt())
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
    Optional<UUID> useToken(Transaction tx, byte[] hash, String successor, Instant now) {
        return tx.handle()
                .createQuery("""
                        UPDATE refresh_token SET used_at = :now, successor = :successor
                        WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
                        RETURNING session_id
                        """)
                .bind("hash", hash)
                .bind("successor", successor)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne();
    }

    /** A token, good or not. {@code successor}: what it was exchanged for, sealed. */
    record TokenUse(
            UUID sessionId,
            @Nullable Instant usedAt,
            @Nullable String successor) {}

    Optional<TokenUse> findToken(Transaction tx, byte[] hash) {
        return tx.handle()
                .createQuery("SELECT session_id, used_at, successor FROM refresh_token WHERE hash = :hash")
                .bind("hash", hash)
                .map((rows, _) -> new TokenUse(
                        rows.getObject("session_id", UUID.class),
                        rows.getTimestamp("used_at") == null
                                ? null
                                : rows.getTimestamp("used_at").toInstant(),
                        rows.getString("successor")))
                .findOne();
    }

    /** When the token ends, if it is unused and its log-in was last used by this caller. */
    Optional<Instant> findUnused(Transaction tx, byte[] hash, Caller caller) {
        return tx.handle()
                .createQuery("""
                        SELECT t.expires_at
                        FROM refresh_token t JOIN login_session s ON s.id = t.session_id
                        WHERE t.hash = :hash AND t.used_at IS NULL AND s.address = :address AND s.device = :device
                        """)
                .bind("hash", hash)
                .bind("address", caller.addressText())
                .bind("device", caller.device())
                .map((rows, _) -> rows.getTimestamp(1).toInstant())
                .findOne();
    }

    void prolong(Transaction tx, UUID id, Caller caller, Instant now, Instant expiresAt) {
        tx.handle()
                .createUpdate("""
                        UPDATE login_session
                        SET expires_at = :expiresAt, last_used_at = :now, address = :address, device = :device
                        WHERE id = :id
                        """)
                .bind("expiresAt", expiresAt)
                .bind("now", now)
                .bind("address", caller.addressText())
                .bind("device", caller.device())
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
        endOthersOf(tx, userId, null, reason, now);
    }

    /** Newest use first. */
    List<OpenSession> open(Transaction tx, UUID userId, UUID current, Instant now) {
        return tx.handle()
                .createQuery("""
                        SELECT id, created_at, last_used_at, address, device FROM login_session
                        WHERE user_id = :userId AND ended_at IS NULL AND expires_at > :now
                        ORDER BY last_used_at DESC, id
                        """)
                .bind("userId", userId)
                .bind("now", now)
                .map((rows, _) -> new OpenSession(
                        rows.getObject("id", UUID.class),
                        rows.getTimestamp("created_at").toInstant(),
                        rows.getTimestamp("last_used_at").toInstant(),
                        rows.getString("device"),
                        rows.getString("address"),
                        current.equals(rows.getObject("id", UUID.class))))
                .list();
    }

    /** @return how many there were besides {@code kept} */
    int endOthersOf(Transaction tx, UUID userId, @Nullable UUID kept, String reason, Instant now) {
        return tx.handle()
                .createUpdate("""
                        UPDATE login_session SET ended_at = :now, end_reason = :reason
                        WHERE user_id = :userId AND ended_at IS NULL AND expires_at > :now
                          AND id IS DISTINCT FROM :kept
                        """)
                .bind("now", now)
                .bind("reason", reason)
                .bind("userId", userId)
                .bindByType("kept", kept, UUID.class)
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
