package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docket.common.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MultipartFileTest {
    private static final String TYPE = "multipart/form-data; boundary=xyz";

    private final List<String> closed = new ArrayList<>();

    @Test
    void findsThePartAmongOthers() {
        var received = read(TYPE, """
                --xyz
                Content-Disposition: form-data; name="comment"

                not this
                --xyz
                Content-Disposition: form-data; name="file"; filename="Größe;1.txt"
                Content-Type: text/html

                this
                --xyz--
                """);
        assertThat(received.name()).isEqualTo("Größe;1.txt");
        assertThat(received.file().content()).isEqualTo("this");
        assertThat(closed).isEmpty();
    }

    @Test
    void takesAPartWithoutAName() {
        var received = read(TYPE, part("file", "x"));
        assertThat(received.name()).isNull();
    }

    @Test
    void readsANameAsRfc8187Writes() {
        var received = read(TYPE, """
                --xyz
                Content-Disposition: form-data; name="file"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.txt

                x
                --xyz--
                """);
        assertThat(received.name()).isEqualTo("Größe.txt");
    }

    @Test
    void refusesABodyWithoutThePart() {
        refuses(TYPE, part("other", "x"), "validation", "file: missing");
    }

    @Test
    void refusesSeveralPartsAndClosesTheFirst() {
        refuses(TYPE, part("file", "x").replace("--xyz--\n", "") + part("file", "y"), "validation", "several parts");
        assertThat(closed).containsExactly("x");
    }

    @Test
    void refusesABodyThatBreaksOff() {
        refuses(TYPE, part("file", "x").replace("--xyz--\n", ""), "malformed", "");
        assertThat(closed).isEmpty();
    }

    @Test
    void refusesABodyThatBreaksOffAfterThePartAndClosesIt() {
        refuses(TYPE, part("file", "x").replace("--xyz--\n", "--xyz\nContent-Dispo"), "malformed", "");
        assertThat(closed).containsExactly("x");
    }

    @Test
    void refusesWhatIsNoMultipart() {
        refuses(TYPE, "{\"file\":1}", "validation", "file: missing");
        refuses(TYPE, "", "validation", "file: missing");
        refuses("multipart/form-data", part("file", "x"), "malformed", "boundary");
        refuses("multipart/form-data; boundary=" + "x".repeat(71), part("file", "x"), "malformed", "boundary");
    }

    @Test
    void refusesHeadersWithoutEnd() {
        refuses(TYPE, "--xyz\nX: " + "x".repeat(100_000), "malformed", "");
    }

    private void refuses(String contentType, String body, String slug, String message) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(contentType, body))
                .withMessageContaining(message)
                .satisfies(problem -> assertThat(problem.slug()).isEqualTo(slug));
    }

    private static String part(String name, String content) {
        return """
                --xyz
                Content-Disposition: form-data; name="%s"

                %s
                --xyz--
                """.formatted(name, content);
    }

    private MultipartFile.Received<TestingFile> read(String contentType, String body) {
        byte[] bytes = body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return MultipartFile.read(new ByteArrayInputStream(bytes), contentType, this::receive);
    }

    private TestingFile receive(InputStream content) throws IOException {
        return new TestingFile(new String(content.readAllBytes(), StandardCharsets.UTF_8), closed);
    }

    private record TestingFile(String content, List<String> closed) implements AutoCloseable {
        @Override
        public void close() {
            closed.add(content);
        }
    }
}
