package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MessageBudgetTest {
    private final TestingClock clock = new TestingClock();
    private final MessageBudget budget = new MessageBudget(clock);

    @Test
    void allowsSomeAtOnceAndThenSoManyASecond() {
        spend(MessageBudget.AT_ONCE);
        assertThat(budget.spend()).isFalse();

        clock.pass(Duration.ofSeconds(1));
        spend(MessageBudget.PER_SECOND);
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void savesUpNoMoreThanItBeganWith() {
        clock.pass(Duration.ofHours(1));
        spend(MessageBudget.AT_ONCE);
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void toleratesAClockThatGoesBack() {
        clock.pass(Duration.ofHours(-1));
        spend(MessageBudget.AT_ONCE);
        assertThat(budget.spend()).isFalse();
    }

    private void spend(int messages) {
        for (int i = 0; i < messages; i++) {
            assertThat(budget.spend()).as("message %d", i).isTrue();
        }
    }
}
