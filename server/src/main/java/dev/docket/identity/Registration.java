package dev.docket.identity;

import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * People who make an account for themselves, while an admin lets them.
 *
 * <p>The answer does not say whether the e-mail address had an account already; that one stays as it is. As long as no mail
 * is sent to confirm an address, a log-in with the new password tells it all the same: the silence only keeps lists of
 * addresses from being tried for the price of one request each.
 */
@Singleton
final class Registration {
    private final Database database;
    private final Installation installation;
    private final UserStore users;
    private final Passwords passwords;
    private final AccessLimits limits;
    private final UserJournal journal;
    private final Clock clock;

    Registration(
            Database database,
            Installation installation,
            UserStore users,
            Passwords passwords,
            AccessLimits limits,
            UserJournal journal,
            Clock clock) {
        this.database = database;
        this.installation = installation;
        this.users = users;
        this.passwords = passwords;
        this.limits = limits;
        this.journal = journal;
        this.clock = clock;
    }

    boolean isOpen() {
        return installation.settings().registrationOpen();
    }

    void register(NewRegistration input, Caller caller) {
        InstallationSettings seen = installation.settings();
        UserPolicy.register(seen).orForbid();
        Violations violations = new Violations();
        User user = input.user(violations, seen.registrationRole().role(), clock.instant());
        String password = UserRules.password(violations, "password", input.password());
        violations.orThrow();
        limits.registration(caller);
        String passwordHash = passwords.hash(password);
        database.writeOnly(tx -> {
            InstallationSettings settings = installation.settingsUnchanging(tx);
            UserPolicy.register(settings).orForbid();
            if (settings.registrationRole() != seen.registrationRole()) {
                throw Problem.conflict("The settings were changed in the meantime. Please register again.");
            }
            if (users.insert(tx, user, passwordHash)) {
                journal.created(tx, user, user.person());
            }
        });
    }
}
