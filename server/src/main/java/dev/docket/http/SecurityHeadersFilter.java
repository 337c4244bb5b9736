package dev.docket.http;

import dev.docket.common.Settings;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What every answer tells the browser not to do. A controller that has set one of these itself keeps its own. */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE) // outermost, so that it also sees what another filter answers
final class SecurityHeadersFilter {
    /** Styles inline: the components that measure and place things write style elements. Scripts never. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final boolean https;

    SecurityHeadersFilter(Settings settings) {
        this.https = settings.secureCookies();
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        addIfMissing(response, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
        addIfMissing(response, "X-Content-Type-Options", "nosniff");
        addIfMissing(response, "Referrer-Policy", "same-origin");
        addIfMissing(response, "Cross-Origin-Opener-Policy", "same-origin");
        addIfMissing(response, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (https) {
            addIfMissing(response, "Strict-Transport-Security", "max-age=31536000");
        }
        if (request.getPath().startsWith("/api/")) {
            addIfMissing(response, HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static void addIfMissing(MutableHttpResponse<?> response, String name, String value) {
        if (!response.getHeaders().contains(name)) {
            response.header(name, value);
        }
    }
}
