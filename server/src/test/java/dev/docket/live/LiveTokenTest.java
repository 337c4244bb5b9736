package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.storage.Database;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LiveTokenTest {
    private final TestingClock clock = new TestingClock();
    private final TestingServer server = TestingServer.start(clock);
    private final Somebody user = server.people().manager();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void trap5ClosesASocketAMinuteAfterTheEndOfItsToken() {
        RawSocket socket = ready();
        clock.pass(Duration.ofMinutes(15).plusSeconds(59));
        server.bean(LiveServer.class).watch().closeExpired();
        assertThat(socket.ask("auth:refresh", Map.of()).path("code").asText()).isEqualTo("token_missing");

        clock.pass(Duration.ofSeconds(2));

        assertThat(socket.first("live:closing").path("reason").asText()).isEqualTo("token_expired");
        socket.awaitClosed();
    }

    @Test
    void keepsASocketWhoseTokenIsRefreshed() {
        try (RawSocket socket = ready()) {
            clock.pass(Duration.ofMinutes(14));
            Somebody again = server.people().logIn(user.email(), TestingPeople.PASSWORD);

            JsonNode answer = socket.ask("auth:refresh", Map.of("token", again.token()));

            assertThat(answer.path("ok").asBoolean()).isTrue();
            assertThat(Instant.parse(answer.path("expiresAt").asText()))
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
            clock.pass(Duration.ofMinutes(10));
            server.bean(LiveServer.class).watch().closeExpired();
            assertThat(socket.ask("auth:refresh", Map.of("token", again.token()))
                            .path("ok")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void refusesTokensThatAreNotGoodOrNotOfTheSameUser() {
        Somebody other = server.people().manager();
        try (RawSocket socket = ready()) {
            assertThat(code(socket, other.token())).isEqualTo("token_invalid");
            assertThat(code(socket, "nonsense")).isEqualTo("token_invalid");
            clock.pass(Duration.ofMinutes(15).plusSeconds(1));
            assertThat(code(socket, user.token())).isEqualTo("token_expired");
        }
    }

    @Test
    void closesASocketWhoseLogInHasEnded() {
        RawSocket socket = ready();
        try (RawSocket other = RawSocket.open(
                        server.address(),
                        RawSocket.token(server.people()
                                .logIn(user.email(), TestingPeople.PASSWORD)
                                .token()))
                .ready()) {
            server.bean(Database.class)
                    .writeOnly(tx -> tx.handle()
                            .execute(
                                    "UPDATE login_session SET ended_at = ? WHERE id = (SELECT id FROM login_session"
                                            + " WHERE user_id = ? ORDER BY id LIMIT 1)",
                                    clock.instant(),
                                    user.id()));

            assertThat(socket.first("live:closing").path("reason").asText()).isEqualTo("token_expired");
            socket.awaitClosed();
            assertThat(other.closed()).isFalse();
        }
    }

    private static String code(RawSocket socket, String token) {
        JsonNode answer = socket.ask("auth:refresh", Map.of("token", token));
        assertThat(answer.path("ok").asBoolean()).isFalse();
        return answer.path("code").asText();
    }

    private RawSocket ready() {
        return RawSocket.open(server.address(), RawSocket.token(user.token())).ready();
    }
}
