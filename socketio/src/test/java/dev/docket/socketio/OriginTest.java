package dev.docket.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    private static final String APP = "https://app.example.com";

    @ParameterizedTest
    @CsvSource({
        "http://localhost, 200",
        "https://LOCALHOST:443, 200",
        "https://app.example.com, 200",
        "https://evil.example.com, 403",
        "http://localhost.evil.example.com, 403",
        "https://app.example.com.evil.example, 403",
        "null, 403",
        "not an origin, 403",
    })
    void allowsListedOriginsAndItsOwnHost(String origin, int status) throws Exception {
        try (var testing = TestingServer.start(Options.builder().allowedOrigins(Set.of(APP)));
                var http = testing.http()) {
            assertThat(http.get(TestingServer.POLLING, "origin: " + origin).status())
                    .isEqualTo(status);
            assertThat(TestingWebSocket.handshake(http, "/socket.io/?" + TestingServer.WEBSOCKET, "origin: " + origin)
                            .status())
                    .isEqualTo(status == 200 ? 101 : status);
        }
    }

    @Test
    void letsPagesOfListedOriginsReadWithCredentials() throws Exception {
        try (var testing = TestingServer.start(Options.builder().allowedOrigins(Set.of(APP)));
                var http = testing.http()) {
            assertThat(http.get(TestingServer.POLLING, "origin: " + APP).headers())
                    .containsEntry("access-control-allow-origin", APP)
                    .containsEntry("access-control-allow-credentials", "true")
                    .containsEntry("vary", "origin");
        }
    }

    @Test
    void givesNoCredentialsToJustAnybody() throws Exception {
        try (var testing = TestingServer.start(Options.builder().allowedOrigins(Set.of("*")));
                var http = testing.http()) {
            assertThat(http.get(TestingServer.POLLING, "origin: https://anybody.example")
                            .headers())
                    .containsEntry("access-control-allow-origin", "*")
                    .doesNotContainKey("access-control-allow-credentials");
        }
    }

    @Test
    void answersAPreflightWithoutASession() throws Exception {
        try (var testing = TestingServer.start(Options.builder().allowedOrigins(Set.of(APP)));
                var http = testing.http()) {
            http.send(
                    "OPTIONS",
                    TestingServer.POLLING,
                    "",
                    "origin: " + APP,
                    "access-control-request-method: POST",
                    "access-control-request-headers: authorization");
            TestingHttp.Response response = http.response();
            assertThat(response.status()).isEqualTo(204);
            assertThat(response.headers())
                    .containsEntry("access-control-allow-methods", "GET,POST")
                    .containsEntry("access-control-allow-headers", "authorization");
            assertThat(testing.server().sessions()).isZero();
        }
    }
}
