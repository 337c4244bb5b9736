package dev.docket.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ApiDescriptionTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingClient browser = server.anonymous();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void describesTheApi() {
        String description = browser.get("openapi.yml").expect(200).text();

        assertThat(description)
                .contains("title: Docket", "/api/v1/auth/session:", "/api/v1/users:", "scheme: bearer")
                .contains("    Session:\n", "    Me:\n", "    User:\n", "    Problem:\n")
                .doesNotContain("Actor", "passwordHash");
    }

    @Test
    void showsItOnAPageThatLoadsNothingFromElsewhere() {
        Answer page = browser.get("/api/docs").expect(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.text()).doesNotContain("http:", "https:", "//");
        assertThat(page.text()).doesNotContainPattern("<script>|onload|style=");
        for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "docs.js"}) {
            assertThat(page.text()).contains("/api/docs/" + file);
            assertThat(browser.get("/api/docs/" + file).expect(200).bytes()).isNotEmpty();
        }
    }

    @Test
    void showsTheLiveEventsOnAPageThatLoadsNothingFromElsewhere() {
        Answer page = browser.get("/api/docs/events").expect(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .contains("id=\"request:created\"", "id=\"live:closing\"", "id=\"Request\"", "/api/docs/events.css")
                .doesNotContain("http:", "https:", "//", "<script");
        assertThat(browser.get("/api/docs/events.css").expect(200).bytes()).isNotEmpty();
        assertThat(browser.get("asyncapi.yml").expect(200).text()).startsWith("asyncapi: 3.0.0");
        assertThat(browser.get("/api/docs").text()).contains("/api/docs/events");
    }

    @Test
    void hasNoOtherFiles() {
        browser.get("/api/docs/index.html").expect(404);
        browser.get("/api/docs/..%2flogback.xml").expect(404);
    }

    @Test
    void saysThatItIsWell() {
        Answer answer = browser.get("/health").expect(200);

        assertThat(answer.body().path("status").asText()).isEqualTo("up");
        assertThat(answer.body().path("database").asText()).isEqualTo("up");
    }
}
