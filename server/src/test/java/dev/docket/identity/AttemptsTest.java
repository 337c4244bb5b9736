package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Problem;
import dev.docket.identity.Attempts.Limit;
import dev.docket.testing.TestingClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
    private final TestingClock clock = new TestingClock();
    private final Attempts attempts = new Attempts(clock, Duration.ofMinutes(15), "Too many.");

    @Test
    void refusesBeyondTheLimitAndSaysForHowLong() {
        begin("a", 2);
        clock.pass(Duration.ofMinutes(5));
        begin("a", 2);

        assertThatThrownBy(() -> begin("a", 2))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.members()).isEqualTo(Map.of("retryAfter", 601L)))
                .hasMessage("Too many. Another attempt is possible in 601 seconds.");
        assertAllowed("b");
    }

    @Test
    void beginsAnewWhenTheTimeIsOver() {
        begin("a", 1);
        clock.pass(Duration.ofMinutes(15));

        begin("a", 1);
    }

    @Test
    void countsNothingOfWhatItRefuses() {
        begin("a", 1);
        Limit fresh = new Limit("fresh", 1);
        assertThatThrownBy(() -> attempts.begin(List.of(fresh, new Limit("a", 1))))
                .isInstanceOf(Problem.class);

        attempts.begin(List.of(fresh));
    }

    @Test
    void takesBackOneAndForgetsAll() {
        begin("a", 2);
        begin("a", 2);
        attempts.takeBack("a");
        begin("a", 2);
        attempts.forget("a");

        begin("a", 1);
    }

    @Test
    void letsExactlyTheLimitThroughWhenManyComeAtOnce() throws Exception {
        AtomicInteger through = new AtomicInteger();
        Callable<Integer> attempt = () -> {
            begin("a", 10);
            return through.incrementAndGet();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(50, attempt))).hasSize(50);
        }

        assertThat(through).hasValue(10);
    }

    @Test
    void keepsABoundedNumberOfKeysAndDropsTheOldest() {
        begin("first", 1);
        begin("second", 1);
        for (int i = 0; i < Attempts.MAX_KEYS - 1; i++) {
            begin("key " + i, 1);
        }

        assertThat(attempts.size()).isEqualTo(Attempts.MAX_KEYS);
        assertThatThrownBy(() -> begin("second", 1)).isInstanceOf(Problem.class);
        assertAllowed("first");
    }

    @Test
    void forgetsWhatIsOver() {
        begin("a", 1);
        clock.pass(Duration.ofMinutes(15));
        begin("b", 1);

        assertThat(attempts.size()).isEqualTo(1);
    }

    private void begin(String key, int most) {
        attempts.begin(List.of(new Limit(key, most)));
    }

    private void assertAllowed(String key) {
        assertThatCode(() -> begin(key, 1)).doesNotThrowAnyException();
    }
}
