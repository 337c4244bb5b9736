package dev.docket.identity;

import dev.docket.storage.Database;
import jakarta.inject.Singleton;

/** The check of access tokens against the tables: a token is worth what its session and its user are worth now. */
@Singleton
final class VerifiedIdentity implements Identity {
    private final AccessTokens tokens;
    private final SessionStore store;
    private final Database database;

    VerifiedIdentity(AccessTokens tokens, SessionStore store, Database database) {
        this.tokens = tokens;
        this.store = store;
        this.database = database;
    }

    @Override
    public Actor verify(String accessToken) {
        AccessTokens.Claims claims = tokens.verify(accessToken);
        SessionStore.UserSession session = database.readOnce(tx -> store.find(tx, claims.sessionId()))
                .filter(found -> found.user().id().equals(claims.userId()))
                .orElseThrow(Sessions::ended);
        if (!session.user().active()) {
            throw Sessions.inactive();
        }
        if (session.ended()) {
            throw Sessions.ended();
        }
        User user = session.user();
        return new Actor(user.id(), user.name(), user.role(), claims.sessionId(), claims.expiresAt());
    }
}
