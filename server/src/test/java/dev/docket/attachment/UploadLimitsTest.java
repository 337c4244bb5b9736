package dev.docket.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What large, lying and broken uploads get to hear, and that nothing of them stays. */
final class UploadLimitsTest {
    private static final String BOUNDARY = "limits";
    private static final String HEAD =
            "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.txt\"\r\n\r\n";
    private static final String TAIL = "\r\n--" + BOUNDARY + "--\r\n";
    private static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private static final TestingServer server = TestingServer.start();
    private static final StoredFiles stored = new StoredFiles(server);
    private static Somebody manager;
    private static String path;

    @BeforeAll
    static void start() {
        TestingProgram program = TestingProgram.create(server);
        manager = program.manager();
        path = program.path(program.submitted(manager), "attachments");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingIsLeftOnItsWay() throws InterruptedException {
        await(() -> stored.incoming().isEmpty());
    }

    @Test
    void takesAFileOfExactlyTheLimit() {
        Answer answer = send(Attachment.MAX_SIZE, false).expect(201);
        assertThat(answer.body().path("size").asLong()).isEqualTo(26_214_400);
        assertThat(stored.kept()).hasSize(1);
        stored.kept().forEach(File::delete);
    }

    @Test
    void refusesOneByteMore() {
        refused(send(Attachment.MAX_SIZE + 1, false));
        refused(send(Attachment.MAX_SIZE + 1, true));
    }

    @Test
    void refusesThirtyMegabytesWithAProblemThatTheClientGetsToRead() {
        refused(send(30_000_000, false));
        refused(send(30_000_000, true));
    }

    @Test
    void answersAnOversizedUploadBeforeItsEndHasArrived() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head("Transfer-Encoding: chunked"));
            byte[] chunk = new byte[1 << 16];
            Arrays.fill(chunk, (byte) 'x');
            writeChunk(out, HEAD.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i <= Attachment.MAX_SIZE / chunk.length; i++) {
                writeChunk(out, chunk);
            }
            out.flush();
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    @Test
    void answersAtOnceWhenTheAnnouncedLengthIsTooLarge() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream().write(head("Content-Length: 30000000"));
            socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    @Test
    void leavesNothingOfAnUploadThatHungUp() throws IOException, InterruptedException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream().write(head("Content-Length: 1000000"));
            socket.getOutputStream().write((HEAD + "x".repeat(100_000)).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            await(() -> stored.incoming().size() == 1);
        }
        await(() -> stored.incoming().isEmpty());
        assertThat(stored.kept()).isEmpty();
    }

    @Test
    void checksTheRightsAgainWhenTheFileIsThere() throws IOException, InterruptedException {
        TestingProgram closing = TestingProgram.create(server);
        String closingPath = closing.path(closing.submitted(closing.manager()), "attachments");
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            String body = HEAD + "x".repeat(100_000) + TAIL;
            out.write(head(closingPath, closing.manager(), "Content-Length: " + body.length()));
            out.write(body.substring(0, 50_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await(() -> stored.incoming().size() == 1);
            closing.archive();
            out.write(body.substring(50_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(statusLine(socket)).isEqualTo("HTTP/1.1 403 Forbidden");
        }
        assertThat(stored.kept()).isEmpty();
    }

    @Test
    void servesTheNextRequestOnTheSameConnectionAfterARefusal() throws IOException, InterruptedException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(head("Content-Length: 30000000"));
            out.flush();
            assertThat(statusLine(socket)).contains("413");
            byte[] chunk = new byte[1_000_000];
            for (int i = 0; i < 30; i++) {
                out.write(chunk);
            }
            out.write("GET /api/v1/me HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await(() -> answerTo(socket).contains("HTTP/1.1 401"));
        }
    }

    private static void refused(Answer answer) {
        answer.expect(413);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).isEqualTo("too-large");
        assertThat(answer.body().path("limit").asLong()).isEqualTo(26_214_400);
        assertThat(stored.kept()).isEmpty();
    }

    /** @param chunked without telling the length before */
    private static Answer send(long size, boolean chunked) {
        var content = BodyPublishers.ofInputStream(() ->
                new SequenceInputStream(Collections.enumeration(List.of(text(HEAD), new Repeated(size), text(TAIL)))));
        var body = chunked ? content : BodyPublishers.fromPublisher(content, HEAD.length() + size + TAIL.length());
        return manager.client().send("POST", path, body, TYPE);
    }

    private static byte[] head(String length) {
        return head(path, manager, length);
    }

    private static byte[] head(String uploadPath, Somebody sender, String length) {
        return ("POST /api/v1/" + uploadPath + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + sender.token()
                        + "\r\nContent-Type: " + TYPE + "\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void writeChunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String statusLine(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String answerTo(Socket socket) {
        try {
            byte[] bytes = new byte[4_096];
            return new String(bytes, 0, socket.getInputStream().read(bytes), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(5);
        }
    }

    /** The letter x, {@code size} times. */
    private static final class Repeated extends InputStream {
        private long left;

        Repeated(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(bytes, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
