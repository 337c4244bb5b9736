package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private static final Attribute<String> NAME = new Attribute<>("name", String.class);

    @Test
    void findsHeadersWithoutRegardToCase() {
        Headers headers = Headers.of(List.of(
                Map.entry("Host", "localhost:1"),
                Map.entry("X-A", "1"),
                Map.entry("x-a", "b:c"),
                Map.entry("X-AB", "")));
        assertThat(headers.first("host")).contains("localhost:1");
        assertThat(headers.all("x-a")).containsExactly("1", "b:c");
        assertThat(headers.first("X-ab")).contains("");
        assertThat(headers.first("x")).isEmpty();
    }

    @Test
    void keepsAttributesByTheirKey() {
        var attributes = new Attributes();
        assertThat(attributes.get(NAME)).isNull();
        assertThatIllegalStateException().isThrownBy(() -> attributes.require(NAME));
        attributes.put(NAME, "ann");
        assertThat(attributes.require(new Attribute<>("name", String.class))).isEqualTo("ann");
        attributes.remove(NAME);
        assertThat(attributes.get(NAME)).isNull();
    }

    @Test
    void namesReasonsAsOthersDo() {
        assertThat(DisconnectReason.TRANSPORT_CLOSE.text()).isEqualTo("transport close");
        assertThat(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT.recoverable()).isFalse();
        assertThat(DisconnectReason.SLOW.recoverable()).isTrue();
    }
}
