package dev.docket.attachment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The bytes of attachments over HTTP: whole, in part, small. */
final class ContentTest {
    private static final TestingServer server = TestingServer.start();
    private static final StoredFiles stored = new StoredFiles(server);
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody client = program.client();

    private final String path = program.path(program.submitted(client), "attachments");

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void answersARangeAndThatItTakesOnes() {
        String content = content(upload("a.txt", SampleFiles.text("0123456789")));
        assertThat(client.client().get(content).expect(200).header("Accept-Ranges"))
                .isEqualTo("bytes");

        Answer part = client.client().with("Range", "bytes=2-5").get(content).expect(206);
        assertThat(part.text()).isEqualTo("2345");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-5/10");
        assertThat(part.header("Content-Length")).isEqualTo("4");
        assertThat(part.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(client.client()
                        .with("Range", "bytes=-3")
                        .get(content)
                        .expect(206)
                        .text())
                .isEqualTo("789");
        assertThat(client.client()
                        .with("Range", "bytes=0-1,4-5")
                        .get(content)
                        .expect(200)
                        .text())
                .isEqualTo("0123456789");
    }

    /** The page reads a document out of its download; opened as a page of its own it would do nothing. */
    @Test
    void sendsAPdfAsAHarmlessDownloadWholeAndInPart() {
        byte[] pdf = SampleFiles.pdf();
        String content = content(upload("offer.pdf", pdf));
        Answer whole = client.client().get(content).expect(200);
        assertThat(whole.bytes()).isEqualTo(pdf);
        Answer part = client.client().with("Range", "bytes=0-7").get(content).expect(206);
        assertThat(part.text()).isEqualTo("%PDF-1.7");
        for (Answer answer : List.of(whole, part)) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"offer.pdf\"");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        }
    }

    @Test
    void refusesARangeBehindTheEndAndSaysTheSize() {
        Answer answer = client.client()
                .with("Range", "bytes=10-")
                .get(content(upload("a.txt", SampleFiles.text("0123456789"))))
                .expect(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(answer.problem()).isEqualTo("range-not-satisfiable");
    }

    @Test
    void answersARangeOnlyOfTheFileThatTheClientKnows() {
        String content = content(upload("a.txt", SampleFiles.text("0123456789")));
        String tag = client.client().get(content).header("ETag");
        TestingClient ranged = client.client().with("Range", "bytes=0-1");
        ranged.with("If-Range", tag).get(content).expect(206);
        ranged.with("If-Range", "\"another\"").get(content).expect(200);
        ranged.with("If-Range", "Wed, 21 Oct 2015 07:28:00 GMT").get(content).expect(200);
    }

    @Test
    void tellsSizeAndTypeWithoutTheBytes() {
        String content = content(upload("a.txt", SampleFiles.text("0123456789")));
        Answer head = client.client().send("HEAD", content, null).expect(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("10");
        assertThat(head.header("Content-Type")).isEqualTo("text/plain");
        assertThat(head.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(head.header("ETag")).isNotEmpty();
        server.anonymous().send("HEAD", content, null).expect(401);
    }

    @Test
    void drawsAPictureSmallOnceAndKeepsIt() throws IOException {
        JsonNode uploaded = upload("photo.png", SampleFiles.picture("png", 1_600, 800));
        assertThat(uploaded.path("thumbnail").asBoolean()).isTrue();
        int before = stored.kept().size();

        Answer first = thumbnail(uploaded).expect(200);
        assertThat(first.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(first.bytes()));
        assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(400, 200);
        assertThat(stored.kept()).hasSize(before + 1);
        assertThat(thumbnail(uploaded).expect(200).bytes()).isEqualTo(first.bytes());
        assertThat(stored.kept()).hasSize(before + 1);

        Answer known = client.client()
                .with("If-None-Match", first.header("ETag"))
                .get(path + "/" + id(uploaded) + "/thumbnail")
                .expect(304);
        assertThat(known.bytes()).isEmpty();
        assertThat(stored.incoming()).isEmpty();
    }

    @Test
    void makesOneThumbnailForManyWhoAskAtOnce() throws InterruptedException, ExecutionException {
        JsonNode uploaded = upload("photo.jpg", SampleFiles.picture("jpeg", 2_000, 2_000));
        int before = stored.kept().size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> asks = IntStream.range(0, 8)
                    .mapToObj(_ -> (Callable<Integer>) () -> thumbnail(uploaded).status())
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(asks)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(stored.kept()).hasSize(before + 1);
    }

    @Test
    void hasNoThumbnailOfWhatIsNoReadablePicture() {
        JsonNode text = upload("a.txt", SampleFiles.text("x"));
        assertThat(text.path("thumbnail").asBoolean()).isFalse();
        assertThat(thumbnail(text).expect(404).detail()).isEqualTo("There is no such thumbnail.");

        JsonNode bomb = upload("bomb.png", SampleFiles.pngThatClaims(60_000, 60_000));
        assertThat(bomb.path("thumbnail").asBoolean()).isTrue();
        thumbnail(bomb).expect(404);
        assertThat(client.client()
                        .get(path + "/" + id(bomb))
                        .expect(200)
                        .body()
                        .path("thumbnail")
                        .asBoolean())
                .isFalse();
        thumbnail(bomb).expect(404);
        assertThat(stored.incoming()).isEmpty();
    }

    private JsonNode upload(String name, byte[] content) {
        return client.client()
                .upload(path, name, "application/octet-stream", content)
                .expect(201)
                .body();
    }

    private String content(JsonNode attachment) {
        return path + "/" + id(attachment) + "/content";
    }

    private Answer thumbnail(JsonNode attachment) {
        return client.client().get(path + "/" + id(attachment) + "/thumbnail");
    }
}
