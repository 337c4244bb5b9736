package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two tabs that send the same cookie at nearly the same time, and thieves who would like to pass for one of them. */
final class RefreshGraceTest {
    private static final TestingClock clock = new TestingClock();
    private static final TestingServer server = TestingServer.start(clock);
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final Somebody user = server.people().client();
    private final String first =
            cookie(browser().post("auth/session", Map.of("email", user.email(), "password", TestingPeople.PASSWORD)));

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void givesBothOfTwoTabsTheSameSuccessor() {
        Answer one = refresh(first).expect(200);
        clock.pass(RefreshTokens.GRACE.minusMillis(1));
        Answer other = refresh(first).expect(200);

        assertThat(cookie(other)).isEqualTo(cookie(one)).isNotEqualTo(first);
        me(one).expect(200);
        me(other).expect(200);
        refresh(cookie(one)).expect(200);
    }

    @Test
    void givesAllOfManyTabsTheSameSuccessorWhenTheyComeAtOnce() throws Exception {
        Callable<Answer> tab = () -> refresh(first);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(_ -> tab).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(answers.stream().map(RefreshGraceTest::cookie).distinct())
                    .hasSize(1);
        }
        int good = server.database()
                .read(tx -> tx.handle()
                        .createQuery("SELECT count(*) FROM refresh_token t JOIN login_session s"
                                + " ON s.id = t.session_id WHERE s.user_id = :user AND t.used_at IS NULL")
                        .bind("user", user.id())
                        .mapTo(Integer.class)
                        .one());
        assertThat(good)
                .as("good tokens: of this log-in and of the one that made the user")
                .isEqualTo(2);
    }

    /** Trap 15. */
    @Test
    void trap15EndsTheLogInAfterTheGrace() {
        Answer kept = refresh(first).expect(200);
        clock.pass(RefreshTokens.GRACE);

        refresh(first).expect(401);

        refresh(cookie(kept)).expect(401);
        me(kept).expect(401);
    }

    /** Trap 15: only the immediate predecessor of a token that nobody has used yet. */
    @Test
    void trap15EndsTheLogInForATokenOfWhichTheSuccessorIsUsed() {
        String second = cookie(refresh(first).expect(200));
        Answer third = refresh(second).expect(200);

        refresh(first).expect(401);

        refresh(cookie(third)).expect(401);
    }

    /** Trap 15: a thief within the grace gets what the owner has, and the second of the two to use it is found out. */
    @Test
    void trap15FindsOutAThiefWhoWasQuick() {
        String owners = cookie(refresh(first).expect(200));
        String thiefs = cookie(refresh(first).expect(200));
        clock.pass(Duration.ofMinutes(14));
        Answer thief = refresh(thiefs).expect(200);
        clock.pass(Duration.ofMinutes(1));

        refresh(owners).expect(401);

        refresh(cookie(thief)).expect(401);
        me(thief).expect(401);
    }

    /** Trap 15. */
    @Test
    void trap15EndsTheLogInForAnotherBrowser() {
        Answer kept = refresh(first).expect(200);

        server.anonymous()
                .with("User-Agent", "curl/8.14.1")
                .with("Cookie", first)
                .post("auth/session/refresh")
                .expect(401);

        refresh(cookie(kept)).expect(401);
    }

    @Test
    void givesNothingForALogInThatHasEnded() {
        String second = cookie(refresh(first).expect(200));
        browser().with("Cookie", second).delete("auth/session").expect(204);

        refresh(first).expect(401);
    }

    @Test
    void paces() {
        String cookie = first;
        for (int i = 0; i < AccessLimits.REFRESHES_PER_LOG_IN; i++) {
            cookie = cookie(refresh(cookie).expect(200));
        }

        Answer refused = refresh(cookie).expect(429);

        clock.pass(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
        refresh(cookie).expect(200);
    }

    private static TestingClient browser() {
        return server.anonymous().with("User-Agent", BROWSER);
    }

    private static Answer refresh(String cookie) {
        return browser().with("Cookie", cookie).post("auth/session/refresh");
    }

    private static Answer me(Answer session) {
        return server.anonymous()
                .withToken(session.body().path("accessToken").asText())
                .get("me");
    }

    /** Name and value. */
    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split(";", 2)[0];
    }
}
