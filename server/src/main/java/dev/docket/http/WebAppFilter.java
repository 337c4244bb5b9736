package dev.docket.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers what no controller does: with a file of the web application, or with its page, so that an address inside of the
 * application can be opened directly. A filter and not a catch-all route, which would turn 404 into 405 everywhere.
 */
@ServerFilter("/**")
final class WebAppFilter {
    private static final List<String> NOT_OURS = List.of("/api", "/socket.io", "/health");

    private final WebApp webApp;

    WebAppFilter(WebApp webApp) {
        this.webApp = webApp;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> serve(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        boolean hasRoute = RouteAttributes.getRouteMatch(request).isPresent();
        if (!reads || hasRoute || NOT_OURS.stream().anyMatch(prefix -> isUnder(prefix, request.getPath()))) {
            return null;
        }
        return webApp.find(request.getPath()).map(file -> answer(request, file)).orElse(null);
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, WebApp.WebFile file) {
        boolean known = file.etag().equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        MutableHttpResponse<?> response = known
                ? HttpResponse.notModified()
                : HttpResponse.ok(file.content()).header(HttpHeaders.CONTENT_TYPE, file.mediaType());
        return response.header(HttpHeaders.ETAG, file.etag())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        file.isImmutable() ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static boolean isUnder(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
