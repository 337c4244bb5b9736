package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.common.Problem;
import dev.docket.testing.TestingClock;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AccessLimitsTest {
    private final TestingClock clock = new TestingClock();
    private final AccessLimits limits = new AccessLimits(clock);

    @Test
    void locksAnAccountForOneAddressWhateverTheCaseOfTheEmail() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT_AND_ADDRESS; i++) {
            limits.password(i % 2 == 0 ? "a@example.test" : "A@Example.test", from("10.0.0.1"));
        }

        assertRefused("a@example.test", "10.0.0.1");
        assertAllowed("b@example.test", "10.0.0.1");
        assertAllowed("a@example.test", "10.0.0.2");
    }

    @Test
    void locksAnAccountForEverybodyWhenManyAddressesTry() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT; i++) {
            limits.password("a@example.test", from("10.0.1." + i));
        }

        assertRefused("a@example.test", "10.0.2.1");
        assertAllowed("b@example.test", "10.0.2.1");
    }

    @Test
    void locksAnAddressWhateverTheEmail() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ADDRESS; i++) {
            limits.password("user" + i + "@example.test", from("10.0.0.1"));
        }

        assertRefused("fresh@example.test", "10.0.0.1");
        assertAllowed("fresh@example.test", "10.0.0.2");
    }

    @Test
    void takesANetworkOfIPv6ForOneAddress() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ADDRESS; i++) {
            limits.password("user" + i + "@example.test", from("2001:db8:1:2::" + Integer.toHexString(i)));
        }

        assertRefused("fresh@example.test", "2001:db8:1:2:ffff::1");
        assertAllowed("fresh@example.test", "2001:db8:1:3::1");
    }

    @Test
    void doesNotCountWhoKnowsThePassword() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ADDRESS * 2; i++) {
            limits.password("a@example.test", from("10.0.0.1")).succeeded();
        }

        assertAllowed("a@example.test", "10.0.0.1");
    }

    @Test
    void letsTheOwnerInAgainWhoHasANewPassword() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT_AND_ADDRESS; i++) {
            limits.password("a@example.test", from("10.0.0.1"));
            limits.password("a@example.test", from("10.0.0.2"));
        }

        limits.forgive("a@example.test", from("10.0.0.1"));

        assertAllowed("a@example.test", "10.0.0.1");
        assertRefused("a@example.test", "10.0.0.2");
    }

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        for (int i = 0; i < AccessLimits.PASSWORDS_PER_ACCOUNT_AND_ADDRESS; i++) {
            limits.password("a@example.test", from("10.0.0.1"));
        }
        assertRefused("a@example.test", "10.0.0.1");

        clock.pass(Duration.ofMinutes(15));

        assertAllowed("a@example.test", "10.0.0.1");
    }

    private void assertAllowed(String email, String address) {
        assertThatCode(() -> limits.password(email, from(address))).doesNotThrowAnyException();
    }

    private void assertRefused(String email, String address) {
        assertThatThrownBy(() -> limits.password(email, from(address)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Too many wrong passwords.");
    }

    private static Caller from(String address) {
        return new Caller(InetAddress.ofLiteral(address), "test");
    }
}
