package dev.docket.attachment;

import dev.docket.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/** Finds the part {@code file} in a {@code multipart/form-data} body (RFC 7578) while it streams by. */
final class MultipartFile {
    private static final String PART = "file";
    private static final int MAX_PART_HEADERS = 8 * 1024;
    private static final int MAX_BOUNDARY = 70; // RFC 2046 section 5.1.1

    private MultipartFile() {}

    /** Takes the content as it comes; {@code content} ends where the part ends. */
    @FunctionalInterface
    interface Receiver<T extends AutoCloseable> {
        T receive(InputStream content) throws IOException;
    }

    /** What became of the part, once the whole body was read. */
    record Received<T extends AutoCloseable>(@Nullable String name, T file) {}

    /**
     * @throws Problem 400 if the body is no multipart body, breaks off, or holds no or several parts {@code file}; what
     *     the receiver made before that is closed
     */
    static <T extends AutoCloseable> Received<T> read(InputStream body, String contentType, Receiver<T> receiver) {
        Received<T> received = null;
        boolean complete = false;
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary(contentType))
                    .setMaxPartHeaderSize(MAX_PART_HEADERS)
                    .get();
            input.setHeaderCharset(StandardCharsets.UTF_8);
            for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
                Map<String, String> disposition = disposition(input.readHeaders());
                if (!PART.equals(disposition.get("name"))) {
                    input.discardBodyData();
                } else if (received != null) {
                    throw Problem.invalid(PART, "several parts (expected: one)");
                } else {
                    received = new Received<>(disposition.get("filename"), receiver.receive(input.newInputStream()));
                }
            }
            complete = received != null;
        } catch (FileUploadException | IllegalArgumentException e) {
            throw Problem.malformed("The body is no readable multipart/form-data: " + e.getMessage());
        } catch (IOException _) {
            throw Problem.malformed("The upload broke off before it was complete.");
        } finally {
            if (!complete && received != null) {
                close(received.file());
            }
        }
        if (received == null) {
            throw Problem.invalid(PART, "missing (expected: one part of this name with the file's content)");
        }
        return received;
    }

    private static byte[] boundary(String contentType) {
        String boundary = parser().parse(contentType, ';').get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw Problem.malformed(
                    "Content-Type: no boundary of 1..70 characters (expected: multipart/form-data; boundary=…)");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> disposition(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .map(line -> parser().parse(line.substring(line.indexOf(':') + 1), ';'))
                .findFirst()
                .orElse(Map.of());
    }

    private static ParameterParser parser() {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser;
    }

    private static void close(AutoCloseable file) {
        try {
            file.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
