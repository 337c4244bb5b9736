package dev.docket.identity;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log-ins. Each gives a short-lived access token and a refresh token that is good for one use; using it twice means that
 * somebody has a copy, and ends the whole log-in.
 */
@Singleton
final class Sessions {
    static final Duration REFRESH_LIFETIME = Duration.ofDays(7);
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final Database database;
    private final SessionStore store;
    private final UserStore users;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final LogInLimits limits;
    private final Clock clock;

    Sessions(
            Database database,
            SessionStore store,
            UserStore users,
            Passwords passwords,
            AccessTokens accessTokens,
            LogInLimits limits,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.limits = limits;
        this.clock = clock;
    }

    /** What a log-in or a refresh hands out. */
    record Granted(User user, AccessTokens.Issued access, RefreshToken refresh) {}

    /** @throws Problem 401 credentials or user_inactive, 429 after too many wrong passwords */
    Granted logIn(String email, String password, String address) {
        LogInLimits.Attempt attempt = limits.attempt(email, address);
        Optional<UserStore.Credentials> found = database.read(tx -> users.findCredentials(tx, email));
        if (!passwordMatches(found, password)) {
            throw Problem.unauthenticated("credentials", "The e-mail address or the password is wrong.");
        }
        attempt.succeeded();
        UUID userId = found.orElseThrow().user().id();
        return database.write(tx -> {
            User user = users.findUnchanging(tx, userId).filter(User::active).orElseThrow(Sessions::inactive);
            Instant now = clock.instant();
            store.deleteExpiredOf(tx, userId, now);
            UUID sessionId = Ids.next();
            store.insert(tx, sessionId, userId, now, now.plus(REFRESH_LIFETIME));
            return grant(tx, user, sessionId, now);
        });
    }

    /** @throws Problem 401 session_ended, whatever the reason: the token tells nothing to a stranger */
    Granted refresh(String token) {
        byte[] hash = RefreshToken.hash(token);
        // The end of a family must be committed, so nothing is thrown from inside.
        Optional<Granted> granted = database.write(tx -> {
            Instant now = clock.instant();
            Optional<UUID> sessionId = store.useToken(tx, hash, now);
            if (sessionId.isEmpty()) {
                endFamilyIfReused(tx, hash, now);
                return Optional.empty();
            }
            return rotate(tx, sessionId.get(), now);
        });
        return granted.orElseThrow(Sessions::ended);
    }

    /** Ends the log-in that the refresh token belongs to; an unknown token belongs to none. */
    void logOut(String token) {
        byte[] hash = RefreshToken.hash(token);
        database.writeOnly(tx -> store.findToken(tx, hash)
                .ifPresent(use -> store.end(tx, use.sessionId(), "logged_out", clock.instant())));
    }

    private boolean passwordMatches(Optional<UserStore.Credentials> found, String password) {
        if (found.isEmpty()) {
            passwords.pretendToMatch(password);
            return false;
        }
        return passwords.matches(password, found.get().passwordHash());
    }

    private Optional<Granted> rotate(Transaction tx, UUID sessionId, Instant now) {
        return store.find(tx, sessionId)
                .filter(session -> !session.ended())
                .flatMap(session -> users.findUnchanging(tx, session.user().id()))
                .filter(User::active)
                .map(user -> {
                    store.prolong(tx, sessionId, now.plus(REFRESH_LIFETIME));
                    return grant(tx, user, sessionId, now);
                });
    }

    private void endFamilyIfReused(Transaction tx, byte[] hash, Instant now) {
        store.findToken(tx, hash).filter(SessionStore.TokenUse::used).ifPresent(use -> {
            log.warn("a used refresh token of session {} came again: the session is ended", use.sessionId());
            store.end(tx, use.sessionId(), "token_reused", now);
        });
    }

    private Granted grant(Transaction tx, User user, UUID sessionId, Instant now) {
        RefreshToken refresh = RefreshToken.next(now.plus(REFRESH_LIFETIME));
        store.insertToken(tx, RefreshToken.hash(refresh.value()), sessionId, now, refresh.expiresAt());
        return new Granted(user, accessTokens.issue(user.id(), sessionId), refresh);
    }

    static Problem ended() {
        return Problem.unauthenticated("session_ended", "This log-in has ended.");
    }

    static Problem inactive() {
        return Problem.unauthenticated("user_inactive", "This account is deactivated; an admin can activate it again.");
    }
}
