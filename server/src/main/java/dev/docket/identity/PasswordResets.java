package dev.docket.identity;

import dev.docket.common.Problem;
import dev.docket.common.Settings;
import dev.docket.common.Violations;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A new password for somebody who has lost the old one, by a link that is good once. */
@Singleton
final class PasswordResets {
    static final Duration LIFETIME = Duration.ofHours(1);
    /** Longer than the database takes, so that the time of the answer does not tell which e-mail addresses exist. */
    private static final Duration ANSWER_TIME = Duration.ofMillis(250);

    private static final String PATH = "/reset-password#";

    private final Database database;
    private final UserStore users;
    private final PasswordResetStore store;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final AccessLimits limits;
    private final UserJournal journal;
    private final URI publicUrl;
    private final Clock clock;

    PasswordResets(
            Database database,
            UserStore users,
            PasswordResetStore store,
            SessionStore sessions,
            Passwords passwords,
            AccessLimits limits,
            UserJournal journal,
            Settings settings,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
        this.limits = limits;
        this.journal = journal;
        this.publicUrl = settings.publicUrl();
        this.clock = clock;
    }

    /** Writes the wish down for the admins, who can then {@link #issue} a link. Says nothing about whether there is a user. */
    void request(@Nullable String email, Caller caller) {
        Violations violations = new Violations();
        String address = UserRules.email(violations, "email", email);
        violations.orThrow();
        limits.resetRequest(address, caller);
        long answerAt = System.nanoTime() + ANSWER_TIME.toNanos();
        database.writeOnly(tx -> users.findCredentials(tx, address)
                .map(UserStore.Credentials::user)
                .filter(User::active)
                .ifPresent(user -> journal.resetRequested(tx, user)));
        for (long left = answerAt - System.nanoTime(); left > 0; left = answerAt - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A fresh link, for the admin to hand over; an older one dies. */
    PasswordResetLink issue(Actor actor, UUID userId) {
        UserPolicy.manage(actor.role()).orForbid();
        String token = OpaqueToken.next();
        return database.write(tx -> {
            Map<UUID, User> locked = users.lockWithAdmins(tx, List.of(userId, actor.id()));
            Users.stillAdmin(locked.get(actor.id()));
            User user = locked.get(userId);
            if (user == null) {
                throw Problem.notFound("user");
            }
            if (!user.active()) {
                throw Problem.conflict(user.name() + " is deactivated and can't log in. Activate the account first.");
            }
            Instant expiresAt = clock.instant().plus(LIFETIME);
            store.replace(tx, userId, OpaqueToken.hash(token), expiresAt);
            journal.resetIssued(tx, user, actor.person());
            return new PasswordResetLink(publicUrl.resolve(PATH + token).toString(), expiresAt);
        });
    }

    /** Sets the password, and ends every log-in: whoever knew the old one is out. */
    void use(@Nullable String token, @Nullable String password, Caller caller) {
        Violations violations = new Violations();
        violations.addUnless(token != null, "token", "missing (expected: a value)");
        String checked = UserRules.password(violations, "password", password);
        violations.orThrow();
        AccessLimits.Attempt attempt = limits.reset(caller);
        byte[] hash = OpaqueToken.hash(String.valueOf(token));
        // Before the slow part, so that nobody without a link makes us do it.
        UUID userId = database.read(tx -> store.find(tx, hash, clock.instant())).orElseThrow(PasswordResets::notValid);
        String passwordHash = passwords.hash(checked);
        User user = database.write(tx -> {
            User owner = users.lock(tx, userId).orElseThrow().user();
            // Deactivation deletes the link, and a link after that takes an active user.
            if (!store.use(tx, hash)) {
                throw notValid();
            }
            users.setPassword(tx, userId, passwordHash);
            sessions.endAllOf(tx, userId, "password_reset", clock.instant());
            journal.passwordChanged(tx, owner);
            return owner;
        });
        attempt.succeeded();
        limits.forgive(user.email(), caller);
    }

    private static Problem notValid() {
        return Problem.invalid("token", "not valid (expected: that of a link not used yet and less than an hour old)");
    }
}
