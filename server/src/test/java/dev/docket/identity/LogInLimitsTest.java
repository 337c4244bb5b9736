package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Problem;
import dev.docket.testing.TestingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LogInLimitsTest {
    private final TestingClock clock = new TestingClock();
    private final LogInLimits limits = new LogInLimits(clock);

    @Test
    void countsAnEmailInAnyCaseFromAnyAddress() {
        for (int i = 0; i < LogInLimits.PER_EMAIL; i++) {
            limits.attempt(i % 2 == 0 ? "a@example.test" : "A@Example.test", "10.0.0." + i);
        }

        assertRefused("a@example.test", "10.0.1.1");
        assertAllowed("b@example.test", "10.0.1.1");
    }

    @Test
    void countsAnAddressWhateverTheEmail() {
        for (int i = 0; i < LogInLimits.PER_ADDRESS; i++) {
            limits.attempt("user" + i + "@example.test", "10.0.0.1");
        }

        assertRefused("fresh@example.test", "10.0.0.1");
        assertAllowed("fresh@example.test", "10.0.0.2");
    }

    @Test
    void doesNotCountWhoKnowsThePassword() {
        for (int i = 0; i < LogInLimits.PER_ADDRESS * 2; i++) {
            limits.attempt("a@example.test", "10.0.0.1").succeeded();
        }

        assertAllowed("a@example.test", "10.0.0.1");
    }

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        for (int i = 0; i < LogInLimits.PER_EMAIL; i++) {
            limits.attempt("a@example.test", "10.0.0.1");
        }
        assertRefused("a@example.test", "10.0.0.1");

        clock.pass(Duration.ofMinutes(15));

        assertAllowed("a@example.test", "10.0.0.1");
    }

    private void assertAllowed(String email, String address) {
        assertThatCode(() -> limits.attempt(email, address)).doesNotThrowAnyException();
    }

    private void assertRefused(String email, String address) {
        assertThatThrownBy(() -> limits.attempt(email, address))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Too many wrong passwords.");
    }
}
