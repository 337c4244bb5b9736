package dev.docket.identity;

import dev.docket.identity.Attempts.Limit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How often who may knock at the doors that stand open to everybody. An account is locked out for strangers from one
 * address long before it is locked out from everywhere: nobody can keep its owner out from a single machine.
 */
@Singleton
final class AccessLimits {
    /** Wrong passwords in a quarter of an hour. */
    static final int PASSWORDS_PER_ACCOUNT_AND_ADDRESS = 10;

    static final int PASSWORDS_PER_ACCOUNT = 50;
    static final int PASSWORDS_PER_ADDRESS = 100;
    /** In an hour. */
    static final int REGISTRATIONS_PER_ADDRESS = 20;

    static final int RESET_REQUESTS_PER_ACCOUNT = 3;
    static final int RESET_REQUESTS_PER_ADDRESS = 20;
    /** Reset links that are not valid, in a quarter of an hour. */
    static final int RESETS_PER_ADDRESS = 30;
    /** In a quarter of an hour: refusals by address, successes by log-in. */
    static final int REFUSED_REFRESHES_PER_ADDRESS = 300;

    static final int REFRESHES_PER_LOG_IN = 60;

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Attempts passwords;
    private final Attempts registrations;
    private final Attempts resetRequests;
    private final Attempts resets;
    private final Attempts refreshes;

    AccessLimits(Clock clock) {
        this.passwords = new Attempts(clock, QUARTER, "Too many wrong passwords.");
        this.registrations = new Attempts(clock, HOUR, "Too many registrations from one address.");
        this.resetRequests = new Attempts(clock, HOUR, "Too many requests for a new password.");
        this.resets = new Attempts(clock, QUARTER, "Too many links that are not valid.");
        this.refreshes = new Attempts(clock, QUARTER, "Too many refreshes.");
    }

    /** One begun attempt. It counts against its limits until it is known to have been a good one. */
    interface Attempt {
        void succeeded();
    }

    Attempt password(String email, Caller caller) {
        String account = account(email);
        String address = address(caller);
        passwords.begin(List.of(
                new Limit(account + " " + caller.network(), PASSWORDS_PER_ACCOUNT_AND_ADDRESS),
                new Limit(account, PASSWORDS_PER_ACCOUNT),
                new Limit(address, PASSWORDS_PER_ADDRESS)));
        return () -> {
            forgive(email, caller);
            passwords.takeBack(address);
        };
    }

    /** Whoever is here has shown that the account is theirs. */
    void forgive(String email, Caller caller) {
        passwords.forget(account(email));
        passwords.forget(account(email) + " " + caller.network());
    }

    void registration(Caller caller) {
        registrations.begin(List.of(new Limit(address(caller), REGISTRATIONS_PER_ADDRESS)));
    }

    void resetRequest(String email, Caller caller) {
        resetRequests.begin(List.of(
                new Limit(account(email), RESET_REQUESTS_PER_ACCOUNT),
                new Limit(address(caller), RESET_REQUESTS_PER_ADDRESS)));
    }

    Attempt reset(Caller caller) {
        String address = address(caller);
        resets.begin(List.of(new Limit(address, RESETS_PER_ADDRESS)));
        return () -> resets.takeBack(address);
    }

    Attempt refresh(Caller caller) {
        String address = address(caller);
        refreshes.begin(List.of(new Limit(address, REFUSED_REFRESHES_PER_ADDRESS)));
        return () -> refreshes.takeBack(address);
    }

    void refreshOf(UUID session) {
        refreshes.begin(List.of(new Limit("log-in " + session, REFRESHES_PER_LOG_IN)));
    }

    private static String account(String email) {
        return "account " + email.toLowerCase(Locale.ROOT);
    }

    private static String address(Caller caller) {
        return "address " + caller.network();
    }
}
