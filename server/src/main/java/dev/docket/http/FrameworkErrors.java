package dev.docket.http;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.common.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the framework refuses, and what nobody expected, as problem documents. */
@Singleton
final class FrameworkErrors implements ErrorResponseProcessor<byte[]> {
    private static final Logger log = LoggerFactory.getLogger(FrameworkErrors.class);

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext error, MutableHttpResponse<?> response) {
        return document(error, response).into(error.getRequest(), response);
    }

    private static ProblemDocument document(ErrorContext error, MutableHttpResponse<?> response) {
        Optional<Problem> wrongInput = error.getRootCause().flatMap(WrongInput::problem);
        if (wrongInput.isPresent()) {
            return ProblemDocument.of(wrongInput.get());
        }
        HttpRequest<?> request = error.getRequest();
        int status = response.code();
        return switch (status) {
            case 404 -> document(ProblemType.NOT_FOUND, "There is nothing at this address.");
            case 405 ->
                document(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "method: " + request.getMethodName() + " (expected: "
                                + String.join(", ", response.getHeaders().getAll(HttpHeaders.ALLOW)) + ")");
            case 406 ->
                document(
                        ProblemType.NOT_ACCEPTABLE,
                        "Accept: " + request.getHeaders().get(HttpHeaders.ACCEPT));
            case 413 -> document(ProblemType.TOO_LARGE, "The request is larger than is accepted here.");
            case 415 ->
                document(
                        ProblemType.UNSUPPORTED_TYPE,
                        "Content-Type: "
                                + Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE))
                                        .orElse("none"));
            default -> status < 500 ? refused(status) : unexpected(error, status);
        };
    }

    private static ProblemDocument document(ProblemType type, String detail) {
        return ProblemDocument.of(type, type.status(), detail, Map.of());
    }

    private static ProblemDocument refused(int status) {
        return ProblemDocument.of(ProblemType.MALFORMED, status, "The request could not be understood.", Map.of());
    }

    private static ProblemDocument unexpected(ErrorContext error, int status) {
        String id = Ids.next().toString();
        HttpRequest<?> request = error.getRequest();
        log.error(
                "{} {} failed, id {}",
                request.getMethodName(),
                request.getPath(),
                id,
                error.getRootCause().orElse(null));
        return ProblemDocument.of(
                ProblemType.INTERNAL,
                status,
                "This is a fault of the server. Whoever runs it finds the cause in its log by the id " + id + ".",
                Map.of("id", id));
    }
}
