package dev.docket.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.docket.common.Json;
import dev.docket.demo.DemoAccounts.Account;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of the demo company at a keyboard: uses the public API and nothing else. */
final class Colleague {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BOUNDARY = "docket-demo-boundary";
    private static final int UNAUTHENTICATED = 401;

    private final HttpClient http;
    private final URI api;
    private final Account account;
    private @Nullable String token;

    private Colleague(HttpClient http, URI server, Account account) {
        this.http = http;
        this.api = server.resolve("/api/v1/");
        this.account = account;
    }

    /** Everybody who has an account, over the same few connections. */
    static final class Office implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<Colleague> colleagues;

        Office(URI server, DemoAccounts accounts) {
            this.colleagues = accounts.accounts().stream()
                    .map(account -> new Colleague(http, server, account))
                    .toList();
        }

        List<Colleague> colleagues() {
            return colleagues;
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    /** @param body missing if there was none */
    record Reply(int status, JsonNode body) {
        boolean ok() {
            return status < 400;
        }
    }

    String email() {
        return account.email();
    }

    /** @throws IOException if the server refuses or can't be reached */
    JsonNode get(String path) throws IOException, InterruptedException {
        Reply reply = send("GET", path, BodyPublishers.noBody(), "application/json");
        if (!reply.ok()) {
            throw new IOException("GET " + path + ": " + reply.status());
        }
        return reply.body();
    }

    Reply send(String method, String path, Object body) throws IOException, InterruptedException {
        return send(method, path, BodyPublishers.ofString(Json.write(body)), "application/json");
    }

    Reply delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody(), "application/json");
    }

    Reply upload(String path, DemoFile file) throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.name()
                + "\"\r\n\r\n";
        BodyPublisher body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                Collections.enumeration(List.of(bytes(head), file.open(), bytes("\r\n--" + BOUNDARY + "--\r\n")))));
        return send("POST", path, body, "multipart/form-data; boundary=" + BOUNDARY);
    }

    private Reply send(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        Reply reply =
                token == null ? new Reply(UNAUTHENTICATED, MissingNode.getInstance()) : once(method, path, body, type);
        if (reply.status() == UNAUTHENTICATED) {
            logIn();
            reply = once(method, path, body, type);
        }
        return reply;
    }

    private void logIn() throws IOException, InterruptedException {
        token = null;
        String credentials = Json.write(Map.of("email", account.email(), "password", account.password()));
        Reply reply = once("POST", "auth/session", BodyPublishers.ofString(credentials), "application/json");
        if (!reply.ok()) {
            throw new IOException("log-in: " + reply.status());
        }
        token = reply.body().path("accessToken").asText();
    }

    private Reply once(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .method(method, body)
                .header("Content-Type", type)
                .timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.body().startsWith("{") ? Json.parse(response.body()) : MissingNode.getInstance());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static UUID id(JsonNode entity) {
        return UUID.fromString(entity.path("id").asText());
    }
}
