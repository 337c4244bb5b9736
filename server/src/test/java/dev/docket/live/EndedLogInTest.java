package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sockets live as long as the log-in that they stand on, whoever ended it and how. */
final class EndedLogInTest {
    private static final TestingServer server = TestingServer.start();
    private static final Somebody admin = server.people().admin();

    private final Somebody user = server.people().manager();
    private final Somebody elsewhere = server.people().logIn(user.email(), TestingPeople.PASSWORD);

    @AfterAll
    static void close() {
        server.close();
    }

    /** What ends the first of two log-ins of a user. */
    enum Ending {
        ENDED_FROM_THE_OTHER,
        PASSWORD_CHANGED,
        ENDED_BY_AN_ADMIN,
        PASSWORD_RESET
    }

    @ParameterizedTest
    @EnumSource
    void trap5ClosesItsSocketsAndRefusesTheOldToken(Ending ending) {
        RawSocket socket =
                RawSocket.open(server.address(), RawSocket.token(user.token())).ready();

        end(ending);

        assertThat(socket.first("live:closing").path("reason").asText()).isEqualTo("token_expired");
        socket.awaitClosed();
        // Who comes back with the old token is told why not, and does not wait in silence.
        RawSocket again = RawSocket.open(server.address(), socket.auth());
        assertThat(again.refusal().path("data").path("code").asText()).isEqualTo("session_ended");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED_FROM_THE_OTHER", "PASSWORD_CHANGED"})
    void leavesTheSocketOfTheOneThatEndedItAlone(Ending ending) {
        RawSocket ended =
                RawSocket.open(server.address(), RawSocket.token(user.token())).ready();
        try (RawSocket kept = RawSocket.open(server.address(), RawSocket.token(elsewhere.token()))
                .ready()) {
            end(ending);
            ended.awaitClosed();

            assertThat(kept.ask("auth:refresh", Map.of("token", elsewhere.token()))
                            .path("ok")
                            .asBoolean())
                    .isTrue();
        }
    }

    private void end(Ending ending) {
        switch (ending) {
            case ENDED_FROM_THE_OTHER ->
                elsewhere.client().delete("me/sessions").expect(204);
            case PASSWORD_CHANGED ->
                elsewhere
                        .client()
                        .put(
                                "me/password",
                                Map.of("currentPassword", TestingPeople.PASSWORD, "password", "a new password"))
                        .expect(204);
            case ENDED_BY_AN_ADMIN ->
                admin.client().delete("users/" + user.id() + "/sessions").expect(204);
            case PASSWORD_RESET -> {
                String link = admin.client()
                        .post("users/" + user.id() + "/password-reset")
                        .expect(201)
                        .body()
                        .path("link")
                        .asText();
                server.anonymous()
                        .put("auth/password", Map.of("token", link.split("#", 2)[1], "password", "a new password"))
                        .expect(204);
            }
        }
    }
}
