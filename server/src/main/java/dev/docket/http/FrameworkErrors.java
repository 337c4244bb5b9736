package dev.docket.http;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
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
            case 404 -> ProblemDocument.of("not-found", status, "Not found", "There is nothing at this address.");
            case 405 ->
                ProblemDocument.of(
                        "method-not-allowed",
                        status,
                        "Not possible here",
                        "method: " + request.getMethodName() + " (expected: "
                                + String.join(", ", response.getHeaders().getAll(HttpHeaders.ALLOW)) + ")");
            case 406 ->
                ProblemDocument.of(
                        "not-acceptable",
                        status,
                        "None of the accepted types is available",
                        "Accept: " + request.getHeaders().get(HttpHeaders.ACCEPT));
            case 413 ->
                ProblemDocument.of("too-large", status, "Too large", "The request is larger than is accepted here.");
            case 415 ->
                ProblemDocument.of(
                        "unsupported-type",
                        status,
                        "This type is not accepted",
                        "Content-Type: "
                                + Optional.ofNullable(request.getHeaders().get(HttpHeaders.CONTENT_TYPE))
                                        .orElse("none"));
            default -> status < 500 ? refused(status) : unexpected(error, status);
        };
    }

    private static ProblemDocument refused(int status) {
        return ProblemDocument.of("malformed", status, reason(status), "The request could not be understood.");
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
        return new ProblemDocument(
                "/problems/internal",
                "Something went wrong",
                status,
                "This is a fault of the server. Whoever runs it finds the cause in its log by the id " + id + ".",
                Map.of("id", id));
    }

    private static String reason(int status) {
        return HttpStatus.getDefaultReason(status);
    }
}
