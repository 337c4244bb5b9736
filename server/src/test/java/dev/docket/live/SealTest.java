package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SealTest {
    private final Seal seal = new Seal(new byte[32]);
    private final RecoveryPass pass =
            new RecoveryPass(Ids.next(), "ab-_", 42, Instant.parse("2026-11-23T08:00:00Z"), "a socket's id");

    @Test
    void givesBackWhatItSealed() {
        String text = seal.seal(pass.bytes());

        assertThat(seal.open(text).map(RecoveryPass::of)).contains(pass);
        assertThat(text).matches("[0-9A-Za-z_-]+");
    }

    @Test
    void opensNothingThatWasChanged() {
        String text = seal.seal(pass.bytes());

        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(seal.open(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("character " + i)
                    .isEmpty();
        }
    }

    @Test
    void opensNothingThatAnotherKeySealed() {
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;

        assertThat(seal.open(new Seal(otherKey).seal(pass.bytes()))).isEmpty();
    }

    @Test
    void opensNoNonsense() {
        for (String text : new String[] {"", "A", "!", "x".repeat(100_000), "x".repeat(50)}) {
            assertThat(seal.open(text)).isEmpty();
        }
    }
}
