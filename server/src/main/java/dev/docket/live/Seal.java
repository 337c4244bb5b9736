package dev.docket.live;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bytes for the way to a client and back: HMAC-SHA-256 (RFC 2104), as URL-safe text. */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;
    /** Longer than anything that was ever sealed here. */
    private static final int MAX_TEXT = 1_000;

    private final SecretKeySpec key;

    Seal(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    String seal(byte[] content) {
        byte[] sealed = Arrays.copyOf(mac(content), LENGTH + content.length);
        System.arraycopy(content, 0, sealed, LENGTH, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The content, if the text was sealed with the same key. */
    Optional<byte[]> open(String text) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text.length() > MAX_TEXT ? "" : text);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (sealed.length < LENGTH) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(sealed, LENGTH, sealed.length);
        boolean genuine = MessageDigest.isEqual(mac(content), Arrays.copyOf(sealed, LENGTH));
        return genuine ? Optional.of(content) : Optional.empty();
    }

    private byte[] mac(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
