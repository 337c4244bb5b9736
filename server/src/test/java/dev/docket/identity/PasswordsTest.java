package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private final Passwords passwords = new Passwords(new PasswordCost(64, 1, 1));

    @Test
    void recognisesThePasswordAndNoOther() {
        String hash = passwords.hash("pässword 🔑");

        assertThat(passwords.matches("pässword 🔑", hash)).isTrue();
        assertThat(passwords.matches("password 🔑", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void hashesTheSamePasswordDifferentlyEachTime() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void writesDownWhatTheHashCost() {
        assertThat(passwords.hash("any")).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(new Passwords(PasswordCost.DEFAULT).hash("any")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void acceptsHashesOfAnotherCost() {
        String older = new Passwords(new PasswordCost(32, 2, 1)).hash("kept");

        assertThat(passwords.matches("kept", older)).isTrue();
    }

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1 -e}. */
    @Test
    void agreesWithTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertThat(passwords.matches("password", reference)).isTrue();
    }

    @Test
    void refusesToReadAnotherFormat() {
        assertThatThrownBy(() -> passwords.matches("any", "$2b$12$abc")).isInstanceOf(IllegalStateException.class);
    }
}
