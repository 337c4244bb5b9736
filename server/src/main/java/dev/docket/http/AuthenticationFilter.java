package dev.docket.http;

import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.identity.Identity;
import dev.docket.identity.Open;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Nobody gets into the API without a valid access token, except where a route says {@link Open}. */
@ServerFilter("/api/v1/**")
@Order(0) // before the filters without an order, which are last and may ask for the actor
final class AuthenticationFilter {
    private static final String ACTOR = "dev.docket.actor";
    private static final String SCHEME = "bearer ";

    private final Identity identity;

    AuthenticationFilter(Identity identity) {
        this.identity = identity;
    }

    /** Whoever was let in. */
    static @Nullable Actor actorOf(HttpRequest<?> request) {
        return request.getAttribute(ACTOR, Actor.class).orElse(null);
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void authenticate(HttpRequest<?> request) {
        RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
        // Without a route the answer is 404 or 405 and tells nothing that the API description does not.
        if (route == null || route.getAnnotationMetadata().hasAnnotation(Open.class)) {
            return;
        }
        request.setAttribute(ACTOR, identity.verify(token(request)));
    }

    private static String token(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw Problem.unauthenticated("token_missing", "This needs an access token (Authorization: Bearer …).");
        }
        return header.substring(SCHEME.length()).strip();
    }
}
