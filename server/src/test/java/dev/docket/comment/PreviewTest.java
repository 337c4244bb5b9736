package dev.docket.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class PreviewTest {
    private static final TestingServer server = TestingServer.start();
    private static final Somebody client = TestingProgram.create(server).client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void showsATextAsItWillLook() {
        assertThat(html("**Now**, [@Kim](user:" + UUID.randomUUID() + ")"))
                .isEqualTo("<p><strong>Now</strong>, @Kim</p>\n");
    }

    @Test
    void showsMarkupAsText() {
        assertThat(html("Hi <script>alert(1)</script> [x](javascript:alert)"))
                .isEqualTo("<p>Hi &lt;script&gt;alert(1)&lt;/script&gt; x</p>\n");
    }

    @Test
    void refusesWhatIsTooLongForAnyComment() {
        Answer answer = client.client().post("markdown", Map.of("text", "x".repeat(5001)));
        assertThat(answer.expect(400).text()).contains("5001 characters (expected: 0..5000)");
    }

    private static String html(String text) {
        return client.client()
                .post("markdown", Map.of("text", text))
                .expect(200)
                .body()
                .path("html")
                .asText();
    }
}
