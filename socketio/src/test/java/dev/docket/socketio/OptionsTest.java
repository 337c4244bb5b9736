package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void hasTheDefaultsOfTheProtocol() {
        Options options = Options.defaults();
        assertThat(options.path()).isEqualTo("/socket.io/");
        assertThat(options.pingInterval()).isEqualTo(Duration.ofSeconds(25));
        assertThat(options.pingTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.maxPayload()).isEqualTo(1_000_000);
        assertThat(options.upgrades()).isTrue();
    }

    @Test
    void saysTheValueAndTheExpectation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.builder().maxPayload(0).build())
                .withMessage("maxPayload: 0 (expected: 1 or more)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.builder().path("socket.io").build())
                .withMessage("path: socket.io (expected: begins and ends with /)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.builder().pingTimeout(Duration.ZERO).build())
                .withMessageContaining("pingTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.builder().transports(Set.of()).build());
    }
}
