package dev.docket.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {
    @ParameterizedTest(name = "{0} trusted, {1} says {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // Nobody is trusted: the header is anybody's.
                "-                  | 10.0.0.1    | 192.0.2.7                       | 10.0.0.1",
                "10.0.0.1           | 10.0.0.1    | -                               | 10.0.0.1",
                "10.0.0.1           | 10.0.0.1    | 192.0.2.7                       | 192.0.2.7",
                "10.0.0.1           | 10.0.0.2    | 192.0.2.7                       | 10.0.0.2",
                // What the client wrote itself stands before what the proxy has seen.
                "10.0.0.0/8         | 10.0.0.1    | 198.51.100.1, 192.0.2.7         | 192.0.2.7",
                "10.0.0.0/8         | 10.0.0.1    | 198.51.100.1, 192.0.2.7,10.9.9.9| 192.0.2.7",
                "10.0.0.0/8         | 10.0.0.1    | 10.1.1.1, 10.2.2.2              | 10.1.1.1",
                "10.0.0.0/8         | 10.0.0.1    | unknown                         | 10.0.0.1",
                "10.0.0.0/8         | 10.0.0.1    | 192.0.2.7, _hidden, 10.0.0.3    | 10.0.0.3",
                "10.0.0.0/8         | 10.0.0.1    | 192.0.2.7:4711                  | 192.0.2.7",
                "10.0.0.0/8         | 10.0.0.1    | [2001:db8::1]:4711              | 2001:db8:0:0:0:0:0:1",
                "10.0.0.0/8         | 10.0.0.1    | 2001:db8::1                     | 2001:db8:0:0:0:0:0:1",
                "10.0.0.0/8         | 10.0.0.1    | [                               | 10.0.0.1",
                "10.0.0.0/8         | ::ffff:10.0.0.1 | 192.0.2.7                   | 192.0.2.7",
                "2001:db8::/32, ::1 | 2001:db8::9 | 192.0.2.7                       | 192.0.2.7",
                "2001:db8::/33      | 2001:db8:8000::9 | 192.0.2.7                  | 2001:db8:8000:0:0:0:0:9",
                "0.0.0.0/0          | 10.0.0.1    | 192.0.2.7                       | 192.0.2.7",
            })
    void believesOnlyTrustedProxies(String trusted, String peer, String header, String expected) {
        TrustedProxies proxies = trusted == null ? TrustedProxies.NONE : TrustedProxies.parse(trusted);
        List<String> headers = header == null ? List.of() : List.of(header);

        assertThat(proxies.clientAddress(InetAddress.ofLiteral(peer), headers).getHostAddress())
                .isEqualTo(expected);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(TrustedProxies.parse("10.0.0.0/8")
                        .clientAddress(
                                InetAddress.ofLiteral("10.0.0.1"),
                                Arrays.asList("198.51.100.1, 192.0.2.7", "10.0.0.2")))
                .isEqualTo(InetAddress.ofLiteral("192.0.2.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10.0.0.1,", "a/8"})
    void refusesWhatIsNoNetwork(String list) {
        assertThatThrownBy(() -> TrustedProxies.parse(list)).isInstanceOf(IllegalArgumentException.class);
    }
}
