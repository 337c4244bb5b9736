package dev.docket.http;

import dev.docket.common.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Query parameters are text too: what PostgreSQL can't store it can't compare with either. */
@ServerFilter("/api/**")
final class QueryTextFilter {
    @RequestFilter
    void check(HttpRequest<?> request) {
        request.getParameters()
                .forEach((name, values) -> values.forEach(value -> {
                    if (!StorableText.isStorable(value)) {
                        throw Problem.invalid(name, StorableText.REFUSAL);
                    }
                }));
    }
}
