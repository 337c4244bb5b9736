package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

final class OpaqueTokenTest {
    @Test
    void has256BitsAndIsNeverTheSame() {
        String token = OpaqueToken.next();

        assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
        assertThat(token).isNotEqualTo(OpaqueToken.next());
    }

    @Test
    void opensOnlyWithItsKey() {
        String token = OpaqueToken.next();
        String key = OpaqueToken.next();
        String sealed = OpaqueToken.seal(token, key);

        assertThat(OpaqueToken.open(sealed, key)).isEqualTo(token);
        assertThat(OpaqueToken.open(sealed, OpaqueToken.next())).isNotEqualTo(token);
        assertThat(sealed).isNotEqualTo(token);
    }

    /** What is stored of the key must not be what opens. */
    @Test
    void isNotOpenedByTheHashOfItsKey() {
        String token = OpaqueToken.next();
        String key = OpaqueToken.next();
        byte[] sealed = Base64.getUrlDecoder().decode(OpaqueToken.seal(token, key));
        byte[] hash = OpaqueToken.hash(key);
        byte[] guess = new byte[hash.length];
        for (int i = 0; i < guess.length; i++) {
            guess[i] = (byte) (sealed[i] ^ hash[i]);
        }

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(guess))
                .isNotEqualTo(token);
    }

    /** Trap 15: whoever hashes only a prefix takes these for the same. */
    @Test
    void trap15HashesTheWholeToken() {
        String token = "x".repeat(5_000);

        assertThat(OpaqueToken.hash(token + "a")).isNotEqualTo(OpaqueToken.hash(token + "b"));
    }
}
