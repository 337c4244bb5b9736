package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Problem;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PoliteReadsTest {
    private final PoliteReads reads = new PoliteReads(1);
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void letsAClientThatConnectsWaitForTheDatabase() {
        assertThat(reads.<String>readPatiently(() -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IllegalStateException("the database is away");
                    }
                    return "answer";
                }))
                .isEqualTo("answer");
    }

    @Test
    void doesNotAskAgainWhenTheAnswerIsNo() {
        assertThatThrownBy(() -> reads.readPatiently(() -> {
                    attempts.incrementAndGet();
                    throw Problem.notFound("user");
                }))
                .isInstanceOf(Problem.class);
        assertThat(attempts).hasValue(1);
    }
}
