package dev.docket.identity;

import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;

/** Who can log in to a new installation: an admin with a generated password, told once and stored only as a hash. */
@Singleton
public final class FirstAdmin {
    private static final String EMAIL = "admin@docket.local";
    /** Without characters that look like another one. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private final Database database;
    private final UserStore store;
    private final Users users;

    FirstAdmin(Database database, UserStore store, Users users) {
        this.database = database;
        this.store = store;
        this.users = users;
    }

    public record Credentials(String email, String password) {
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    public Optional<Credentials> createIfNobodyIsThere() {
        return database.write(tx -> {
            if (!store.isEmptyAtFirstStart(tx)) {
                return Optional.empty();
            }
            String password = password();
            users.createFirst(tx, EMAIL, password);
            return Optional.of(new Credentials(EMAIL, password));
        });
    }

    private static String password() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .reduce("", String::concat);
    }
}
