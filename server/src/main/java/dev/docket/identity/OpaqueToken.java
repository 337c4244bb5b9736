package dev.docket.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens that mean something only to our database, which knows nothing but their hash: 256 random bits. */
final class OpaqueToken {
    private static final int BYTES = 32;
    private static final SecureRandom random = new SecureRandom();

    private OpaqueToken() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    /** SHA-256 of the whole value. It is random, so that it needs neither salt nor stretching. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code token} for the eyes of whoever has {@code key}, another token: a one-time pad, of random bits used once. */
    static String seal(String token, String key) {
        return combined(token, key);
    }

    /** What {@link #seal} has sealed with the same key. */
    static String open(String sealed, String key) {
        return combined(sealed, key);
    }

    private static String combined(String text, String key) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        // Not the hash that is stored beside it.
        byte[] pad = hash("seal " + key);
        byte[] combined = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            combined[i] = (byte) (bytes[i] ^ pad[i]);
        }
        return text(combined);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
