package dev.docket.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.docket.common.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a server as a browser would, without cookies of its own. Immutable: {@code with…} gives another client.
 * Paths that do not begin with a slash are below {@code /api/v1/}; bodies are anything that becomes JSON, or a String,
 * which is sent as it is.
 */
public final class TestingClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BOUNDARY = "docket-test-boundary";

    private final URI server;
    private final List<String> headers;

    public TestingClient(URI server) {
        this(server, List.of());
    }

    private TestingClient(URI server, List<String> headers) {
        this.server = server;
        this.headers = headers;
    }

    /** What came back. */
    public static final class Answer {
        private final HttpResponse<byte[]> response;
        private final JsonNode body;

        Answer(HttpResponse<byte[]> response) {
            this.response = response;
            this.body = json(response);
        }

        public int status() {
            return response.statusCode();
        }

        public HttpHeaders headers() {
            return response.headers();
        }

        public byte[] bytes() {
            return response.body();
        }

        /** The JSON; a missing node if the answer is not JSON. */
        public JsonNode body() {
            return body;
        }

        public String header(String name) {
            return headers().firstValue(name).orElse("");
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        /** The slug of a problem document's type; empty if it is none. */
        public String problem() {
            return body.path("type").asText().replace("/problems/", "");
        }

        public String detail() {
            return body.path("detail").asText();
        }

        /** Checks the status, saying what came instead. */
        public Answer expect(int expected) {
            if (status() != expected) {
                throw new AssertionError("status: " + status() + " (expected: " + expected + ")\n" + text());
            }
            return this;
        }
    }

    public TestingClient with(String header, String value) {
        List<String> all = new ArrayList<>(headers);
        all.add(header);
        all.add(value);
        return new TestingClient(server, List.copyOf(all));
    }

    public TestingClient withToken(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        BodyPublisher publisher = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body instanceof String text ? text : Json.write(body));
        return send(method, path, publisher, body == null ? null : "application/json");
    }

    /** One part named {@code file}, as a browser's form sends it. */
    public Answer upload(String path, String fileName, String type, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    public Answer send(String method, String path, BodyPublisher body, @Nullable String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.resolve(path.startsWith("/") ? path : "/api/v1/" + path))
                .method(method, body)
                .timeout(PATIENCE);
        if (contentType != null) {
            request.setHeader("Content-Type", contentType);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        boolean isJson = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return isJson && response.body().length > 0
                ? Json.parse(new String(response.body(), StandardCharsets.UTF_8))
                : MissingNode.getInstance();
    }
}
