package dev.docket.http;

import dev.docket.common.Json;
import dev.docket.common.Problem;
import dev.docket.http.IdempotentCall.Answer;
import dev.docket.http.IdempotentCall.Earlier;
import dev.docket.identity.Actor;
import dev.docket.identity.ToldOnce;
import dev.docket.storage.Database;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A POST with an {@code Idempotency-Key} is carried out once in 24 hours: sent again, it gets the answer of the first time
 * and the header {@code Idempotency-Replayed: true}. What failed, and so changed nothing, may be tried again with the same
 * key. Keys belong to the user who sends them. Answers that hold a secret are not kept, see {@link ToldOnce}.
 */
@ServerFilter(value = "/api/v1/**", methods = HttpMethod.POST)
final class IdempotencyFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    private final Database database;
    private final IdempotentCallStore store;
    private final IdempotentWrites writes;

    IdempotencyFilter(Database database, IdempotentCallStore store, IdempotentWrites writes) {
        this.database = database;
        this.store = store;
        this.writes = writes;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> answerAgain(HttpRequest<?> request) {
        String key = request.getHeaders().get(HEADER);
        Actor actor = AuthenticationFilter.actorOf(request);
        // Without an actor the route is open to all, and nobody's answers are kept.
        if (key == null || actor == null) {
            return null;
        }
        refuseSecrets(request);
        IdempotentCall call = new IdempotentCall(actor.id(), checked(key), fingerprint(request), status(request));
        Optional<Earlier> earlier = database.read(tx -> store.find(tx, call.userId(), call.key(), writes.oldest()));
        if (earlier.isPresent()) {
            return replay(IdempotentWrites.answerOf(earlier.get(), call));
        }
        request.setAttribute(IdempotentCall.ATTRIBUTE, call);
        return null;
    }

    /** What was kept with the change is what the change answered; here it is seen what the caller really gets. */
    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void correct(HttpRequest<?> request, MutableHttpResponse<?> response) {
        IdempotentCall call = request.getAttribute(IdempotentCall.ATTRIBUTE, IdempotentCall.class)
                .orElse(null);
        if (call != null && call.kept() != null) {
            Answer sent = Answer.of(response.code(), response.header(HttpHeaders.LOCATION), body(response));
            if (!sent.equals(call.kept())) {
                database.writeOnly(tx -> store.correct(tx, call, sent));
            }
        }
    }

    static MutableHttpResponse<?> replay(Answer answer) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        response.header("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.body() != null) {
            response.header(
                            HttpHeaders.CONTENT_TYPE,
                            answer.status() < 400 ? "application/json" : ProblemDocument.MEDIA_TYPE)
                    .body(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return response;
    }

    static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(HEADER, WrongValues.shown(key) + " (expected: 1..255 printable characters of ASCII)");
        }
        return key;
    }

    /** Of all that makes two calls the same one. */
    private static String fingerprint(HttpRequest<?> request) {
        String type = String.valueOf(request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw Problem.invalid(HEADER, "given with an upload (expected: none; a file is not compared with another)");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethodName() + ' ' + request.getUri() + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body((ServerHttpRequest<?>) request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy: the controller still reads the body itself. */
    private static byte[] body(ServerHttpRequest<?> request) {
        try (CloseableByteBody copy = request.byteBody().split(SplitBackpressureMode.FASTEST);
                CloseableAvailableByteBody bytes = copy.buffer().join()) {
            return bytes.toByteArray();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }

    private static @Nullable String body(MutableHttpResponse<?> response) {
        return switch (response.body()) {
            case null -> null;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> Json.write(response.body());
        };
    }

    private static void refuseSecrets(HttpRequest<?> request) {
        if (annotations(request).hasAnnotation(ToldOnce.class)) {
            throw Problem.invalid(HEADER, "given where the answer is a secret (expected: none; it is not kept)");
        }
    }

    private static int status(HttpRequest<?> request) {
        return annotations(request)
                .enumValue(Status.class, HttpStatus.class)
                .orElse(HttpStatus.OK)
                .getCode();
    }

    private static AnnotationMetadata annotations(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(RouteMatch::getAnnotationMetadata)
                .orElse(AnnotationMetadata.EMPTY_METADATA);
    }
}
