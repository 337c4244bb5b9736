package dev.docket.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** A refresh token as the browser keeps it. The database knows only its hash. */
record RefreshToken(String value, Instant expiresAt) {
    private static final int BYTES = 32;
    private static final SecureRandom random = new SecureRandom();

    static RefreshToken next(Instant expiresAt) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), expiresAt);
    }

    /** SHA-256 of the whole value. It is random, so that it needs neither salt nor stretching. */
    static byte[] hash(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[expiresAt=" + expiresAt + "]";
    }
}
