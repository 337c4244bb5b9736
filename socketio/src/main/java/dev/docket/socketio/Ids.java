package dev.docket.socketio;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that nobody can guess: 160 random bits in 27 characters that need no escaping anywhere. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    static final int LENGTH = 27;

    private Ids() {}

    static String next() {
        byte[] bits = new byte[20];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
