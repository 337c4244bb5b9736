package dev.docket.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a web application of three files, which stands among the tests' resources. */
final class WebAppTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingClient browser = server.anonymous();

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/programs", "/programs/0199/requests/OPS-12", "/log-in?next=%2F"})
    void answersEachAddressOfTheApplicationWithItsPage(String path) {
        Answer answer = browser.get(path).expect(200);

        assertThat(answer.text()).contains("<div id=\"root\">");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/index-abc123.js", "/assets/worker-abc123.mjs"})
    void letsBrowsersKeepFilesThatCarryAHash(String path) {
        Answer answer = browser.get(path).expect(200);

        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void sendsNothingTwiceThatTheBrowserHas() {
        String etag = browser.get("/robots.txt").expect(200).header("ETag");

        Answer again = browser.with("If-None-Match", etag).get("/robots.txt").expect(304);

        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(etag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone.js",
                "/missing.png",
                "/%2e%2e/logback.xml",
                "/..%2flogback.xml",
                "/assets/..%2f..%2flogback.xml",
                "/.hidden",
                "/assets/.hidden.js",
                "/assets/",
            })
    void doesNotAnswerForAFileThatIsNotThere(String path) {
        Answer answer = browser.get(path);

        assertThat(answer.text()).doesNotContain("configuration", "appender");
        if (!path.endsWith("/")) {
            answer.expect(404);
        }
    }

    @Test
    void postsNowhereButToTheApi() {
        browser.post("/programs", Map.of()).expect(404);
    }

    @Test
    void tellsTheBrowserWhatNotToDo() {
        Answer page = browser.get("/");
        Answer api = browser.get("me");

        for (Answer answer : new Answer[] {page, api, browser.get("nothing"), browser.get("/health")}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval")
                    .doesNotContainPattern("script-src[^;]*unsafe-inline");
        }
        assertThat(api.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void insistsOnHttpsWhereThatIsThePublicAddress() {
        try (TestingServer https = TestingServer.start(Map.of("DOCKET_PUBLIC_URL", "https://docket.example.test"))) {
            assertThat(https.anonymous().get("/").header("Strict-Transport-Security"))
                    .isEqualTo("max-age=31536000");
        }
    }
}
