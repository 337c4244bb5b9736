package dev.docket.identity;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refresh tokens: each is good for one use and is exchanged for the next. One that comes twice means that somebody has a
 * copy, and ends the whole log-in.
 *
 * <p>Except for a few seconds: two tabs of one browser share a cookie, and without Web Locks (plain http) both may send it.
 * The second then gets the same successor as the first, so that whichever answer comes last, the browser keeps a good token.
 * A thief gains no second chain by it: of two who hold one successor, the second to use it is found out.
 */
@Singleton
final class RefreshTokens {
    static final Duration LIFETIME = Duration.ofDays(7);
    static final Duration GRACE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);

    private final SessionStore store;

    RefreshTokens(SessionStore store) {
        this.store = store;
    }

    /** The log-in of a token, and what it was exchanged for. */
    record Exchanged(UUID sessionId, RefreshToken next) {}

    /** Empty if the token is not good; whatever it means for its log-in is done then, and must be committed. */
    Optional<Exchanged> exchange(Transaction tx, String token, Caller caller, Instant now) {
        byte[] hash = OpaqueToken.hash(token);
        RefreshToken next = RefreshToken.next(now.plus(LIFETIME));
        Optional<UUID> sessionId = store.useToken(tx, hash, OpaqueToken.seal(next.value(), token), now);
        if (sessionId.isPresent()) {
            store.insertToken(tx, next, sessionId.get(), now);
            return Optional.of(new Exchanged(sessionId.get(), next));
        }
        Optional<SessionStore.TokenUse> use = store.findToken(tx, hash).filter(found -> found.usedAt() != null);
        Optional<Exchanged> again = use.flatMap(found -> exchangedAgain(tx, token, found, caller, now));
        if (again.isEmpty()) {
            use.ifPresent(reused -> end(tx, reused.sessionId(), now));
        }
        return again;
    }

    /** The successor once more: for the same caller, within the grace, and as long as nobody has used it. */
    private Optional<Exchanged> exchangedAgain(
            Transaction tx, String token, SessionStore.TokenUse use, Caller caller, Instant now) {
        if (use.usedAt() == null
                || use.successor() == null
                || !now.isBefore(use.usedAt().plus(GRACE))) {
            return Optional.empty();
        }
        String successor = OpaqueToken.open(use.successor(), token);
        return store.findUnused(tx, OpaqueToken.hash(successor), caller)
                .map(expiresAt -> new Exchanged(use.sessionId(), new RefreshToken(successor, expiresAt)));
    }

    private void end(Transaction tx, UUID sessionId, Instant now) {
        log.warn("a used refresh token of session {} came again: the session is ended", sessionId);
        store.end(tx, sessionId, "token_reused", now);
    }
}
