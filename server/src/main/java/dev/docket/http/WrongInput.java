package dev.docket.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.docket.common.Problem;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolationException;
import java.util.Optional;

/** Input that never reached a controller, named by path, value and expectation. */
final class WrongInput {
    private static final int MAX_CAUSES = 12;

    private WrongInput() {}

    static Optional<Problem> problem(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            Optional<Problem> problem = ofOne(cause);
            if (problem.isPresent()) {
                return problem;
            }
            cause = cause.getCause();
        }
        return ofWrapper(failure);
    }

    private static Optional<Problem> ofOne(Throwable cause) {
        return switch (cause) {
            case Problem problem -> Optional.of(problem);
            case ConstraintViolationException violations -> Optional.of(WrongValues.problem(violations));
            case JsonProcessingException json -> WrongJson.problem(json);
            default -> Optional.empty();
        };
    }

    /** Only if nothing inside says it better. */
    private static Optional<Problem> ofWrapper(Throwable failure) {
        return switch (failure) {
            case ConversionErrorException conversion ->
                Optional.of(Problem.invalid(
                        conversion.getArgument().getName(),
                        conversion
                                        .getConversionError()
                                        .getOriginalValue()
                                        .map(WrongValues::shown)
                                        .orElse("not readable")
                                + " (expected: "
                                + WrongJson.expectation(conversion.getArgument().getType()) + ")"));
            case UnsatisfiedRouteException missing ->
                Optional.of(Problem.invalid(missing.getArgument().getName(), "missing (expected: a value)"));
            case ContentLengthExceededException _, BufferLengthExceededException _ -> Optional.empty();
            default -> Optional.empty();
        };
    }
}
