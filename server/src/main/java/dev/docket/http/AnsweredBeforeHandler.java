package dev.docket.http;

import dev.docket.http.IdempotentWrites.AnsweredBefore;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Two calls with the same key that met: the second gets the answer of the first. */
@Singleton
final class AnsweredBeforeHandler implements ExceptionHandler<AnsweredBefore, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, AnsweredBefore earlier) {
        return IdempotencyFilter.replay(earlier.answer());
    }
}
