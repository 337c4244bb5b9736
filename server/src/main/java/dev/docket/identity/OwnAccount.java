package dev.docket.identity;

import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What people change of themselves. */
@Singleton
final class OwnAccount {
    private final Database database;
    private final UserStore users;
    private final SessionStore sessions;
    private final PasswordResetStore resets;
    private final Passwords passwords;
    private final AccessLimits limits;
    private final UserJournal journal;
    private final Clock clock;

    OwnAccount(
            Database database,
            UserStore users,
            SessionStore sessions,
            PasswordResetStore resets,
            Passwords passwords,
            AccessLimits limits,
            UserJournal journal,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
        this.resets = resets;
        this.passwords = passwords;
        this.limits = limits;
        this.journal = journal;
        this.clock = clock;
    }

    User get(Actor actor) {
        return database.read(tx -> users.find(tx, actor.id()).orElseThrow());
    }

    User changeNames(Actor actor, NameChanges input) {
        return database.write(tx -> {
            User before = users.lock(tx, actor.id()).orElseThrow().user();
            Violations violations = new Violations();
            User after = input.appliedTo(before, violations);
            violations.orThrow();
            if (!after.equals(before)) {
                users.update(tx, after);
                journal.updated(tx, before, after, after.person());
            }
            return after;
        });
    }

    /** Ends every log-in but this one. A wrong present password counts like one at the door. */
    void changePassword(Actor actor, @Nullable String present, @Nullable String wanted, Caller caller) {
        Violations violations = new Violations();
        violations.addUnless(present != null, "currentPassword", "missing (expected: your present password)");
        String password = UserRules.password(violations, "password", wanted);
        violations.orThrow();
        UserStore.Credentials seen =
                database.read(tx -> users.findCredentials(tx, actor.id()).orElseThrow());
        AccessLimits.Attempt attempt = limits.password(seen.user().email(), caller);
        // Slow on purpose, so before the transaction.
        if (!passwords.matches(String.valueOf(present), seen.passwordHash())) {
            throw Problem.invalid("currentPassword", "wrong (expected: your present password)");
        }
        attempt.succeeded();
        String passwordHash = passwords.hash(password);
        database.writeOnly(tx -> {
            UserStore.Credentials now = users.lock(tx, actor.id()).orElseThrow();
            if (!now.passwordHash().equals(seen.passwordHash())) {
                throw Problem.conflict("The password was changed elsewhere in the meantime.");
            }
            users.setPassword(tx, actor.id(), passwordHash);
            resets.delete(tx, actor.id());
            sessions.endOthersOf(tx, actor.id(), actor.sessionId(), "password_changed", clock.instant());
            journal.passwordChanged(tx, now.user());
        });
    }
}
