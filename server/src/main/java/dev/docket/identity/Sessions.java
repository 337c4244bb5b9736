package dev.docket.identity;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Log-ins. Each gives a short-lived access token, and a refresh token to get the next one with. */
@Singleton
final class Sessions {
    private final Database database;
    private final SessionStore store;
    private final UserStore users;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final AccessLimits limits;
    private final Clock clock;

    Sessions(
            Database database,
            SessionStore store,
            UserStore users,
            Passwords passwords,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            AccessLimits limits,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.limits = limits;
        this.clock = clock;
    }

    /** What a log-in or a refresh hands out. */
    record Granted(User user, AccessTokens.Issued access, RefreshToken refresh) {}

    /** @throws Problem 401 credentials or user_inactive, 429 after too many wrong passwords */
    Granted logIn(String email, String password, Caller caller) {
        AccessLimits.Attempt attempt = limits.password(email, caller);
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
            RefreshToken token = RefreshToken.next(now.plus(RefreshTokens.LIFETIME));
            store.insert(tx, sessionId, userId, caller, now, token.expiresAt());
            store.insertToken(tx, token, sessionId, now);
            return new Granted(user, accessTokens.issue(userId, sessionId), token);
        });
    }

    /** @throws Problem 401 session_ended, whatever the reason: the token tells nothing to a stranger; 429 after too many */
    Granted refresh(String token, Caller caller) {
        AccessLimits.Attempt attempt = limits.refresh(caller);
        // The end of a family must be committed, so nothing is thrown from inside.
        Optional<Granted> granted = database.write(tx -> {
            Instant now = clock.instant();
            return refreshTokens.exchange(tx, token, caller, now).flatMap(next -> granted(tx, next, caller, now));
        });
        granted.ifPresent(_ -> attempt.succeeded());
        return granted.orElseThrow(Sessions::ended);
    }

    /** Ends the log-in that the refresh token belongs to; an unknown token belongs to none. */
    void logOut(String token) {
        byte[] hash = OpaqueToken.hash(token);
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

    private Optional<Granted> granted(Transaction tx, RefreshTokens.Exchanged exchanged, Caller caller, Instant now) {
        UUID sessionId = exchanged.sessionId();
        // Too many: the exchange is undone with the transaction, and the token stays good.
        limits.refreshOf(sessionId);
        return store.find(tx, sessionId)
                .filter(session -> !session.ended())
                .flatMap(session -> users.findUnchanging(tx, session.user().id()))
                .filter(User::active)
                .map(user -> {
                    store.prolong(tx, sessionId, caller, now, now.plus(RefreshTokens.LIFETIME));
                    return new Granted(user, accessTokens.issue(user.id(), sessionId), exchanged.next());
                });
    }

    static Problem ended() {
        return Problem.unauthenticated("session_ended", "This log-in has ended.");
    }

    static Problem inactive() {
        return Problem.unauthenticated("user_inactive", "This account is deactivated; an admin can activate it again.");
    }
}
