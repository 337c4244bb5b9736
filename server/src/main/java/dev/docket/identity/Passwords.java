package dev.docket.identity;

import dev.docket.common.Problem;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Password hashes: Argon2id (RFC 9106) in the PHC string format. */
@Singleton
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final PasswordCost cost;
    private final SecureRandom random = new SecureRandom();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /**
     * A hash takes 19 MiB and a core: a wave of log-ins waits here, in its order, and neither exhausts the heap nor keeps
     * every core from those who are at work.
     */
    private final Semaphore slots =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final String hashOfNobody;

    Passwords(PasswordCost cost) {
        this.cost = cost;
        this.hashOfNobody = hash("nobody");
    }

    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, cost, HASH_BYTES);
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(hash);
    }

    boolean matches(String password, String encoded) {
        Matcher parts = PHC.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not an Argon2id string");
        }
        PasswordCost itsCost = new PasswordCost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(expected, argon2(password, salt, itsCost, expected.length));
    }

    /** Takes as long as a real check, so that the time of an answer does not tell which e-mail addresses exist. */
    void pretendToMatch(String password) {
        boolean _ = matches(password, hashOfNobody);
    }

    private byte[] argon2(String password, byte[] salt, PasswordCost itsCost, int bytes) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(itsCost.memoryKib())
                .withIterations(itsCost.iterations())
                .withParallelism(itsCost.parallelism())
                .withSalt(salt)
                .build();
        byte[] hash = new byte[bytes];
        waitForSlot();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            // As RFC 8265 has it: the same password typed on another keyboard may come in another form.
            String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
            generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            slots.release();
        }
        return hash;
    }

    private void waitForSlot() {
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.tooMany(
                        PATIENCE.toSeconds(), "Too many people log in at once. Please try again in some seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was to be checked", e);
        }
    }
}
