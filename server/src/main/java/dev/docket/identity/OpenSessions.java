package dev.docket.identity;

import dev.docket.common.Problem;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where somebody is logged in: for themselves and for admins, who can end it from afar. Sockets follow within a second. */
@Singleton
final class OpenSessions {
    private static final String REASON = "ended_from_afar";

    private final Database database;
    private final SessionStore store;
    private final UserStore users;
    private final UserJournal journal;
    private final Clock clock;

    OpenSessions(Database database, SessionStore store, UserStore users, UserJournal journal, Clock clock) {
        this.database = database;
        this.store = store;
        this.users = users;
        this.journal = journal;
        this.clock = clock;
    }

    List<OpenSession> list(Actor actor, UUID userId) {
        return database.read(tx -> {
            known(actor, userId, users.find(tx, userId));
            return store.open(tx, userId, actor.sessionId(), clock.instant());
        });
    }

    void end(Actor actor, UUID userId, UUID sessionId) {
        database.writeOnly(tx -> {
            User user = held(tx, actor, userId);
            Instant now = clock.instant();
            List<OpenSession> open = store.open(tx, userId, actor.sessionId(), now);
            if (open.stream().noneMatch(session -> session.id().equals(sessionId))) {
                throw Problem.notFound("session");
            }
            store.end(tx, sessionId, REASON, now);
            journal.sessionsEnded(tx, user, actor.person(), open.size(), open.size() - 1);
        });
    }

    /** All but the one that asks. */
    void endOthers(Actor actor, UUID userId) {
        database.writeOnly(tx -> {
            User user = held(tx, actor, userId);
            Instant now = clock.instant();
            int before = store.open(tx, userId, actor.sessionId(), now).size();
            int ended = store.endOthersOf(tx, userId, actor.sessionId(), REASON, now);
            if (ended > 0) {
                journal.sessionsEnded(tx, user, actor.person(), before, before - ended);
            }
        });
    }

    /** One at a time, so that the journal counts right. */
    private User held(Transaction tx, Actor actor, UUID userId) {
        return known(actor, userId, users.lock(tx, userId).map(UserStore.Credentials::user));
    }

    private static User known(Actor actor, UUID userId, Optional<User> user) {
        UserPolicy.seeSessions(actor.role(), actor.id().equals(userId)).orForbid();
        return user.orElseThrow(() -> Problem.notFound("user"));
    }
}
