package dev.docket.socketio;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may use the server. Browsers do not apply CORS to WebSockets, so the check is made here for every request;
 * programs that are not browsers send no {@code Origin} and are not meant.
 */
final class OriginPolicy {
    private static final String ANY = "*";

    private final Set<String> allowed;

    OriginPolicy(Set<String> allowed) {
        this.allowed = allowed.stream().map(OriginPolicy::lower).collect(Collectors.toUnmodifiableSet());
    }

    boolean allows(HttpHeaders request) {
        String origin = request.get(HttpHeaderNames.ORIGIN);
        return origin == null || isListed(origin) || allowed.contains(ANY) || isOwnHost(origin, request);
    }

    /** Adds to a response what lets a page of another origin read it (Fetch standard, "CORS protocol"). */
    void addTo(HttpHeaders response, @Nullable String origin) {
        if (origin == null) {
            return;
        }
        response.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        if (isListed(origin)) {
            response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        } else if (allowed.contains(ANY)) {
            response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        }
    }

    private boolean isListed(String origin) {
        return allowed.contains(lower(origin));
    }

    /** The scheme is not compared: behind a proxy that ends TLS it would always differ. */
    private static boolean isOwnHost(String origin, HttpHeaders request) {
        String host = request.get(HttpHeaderNames.HOST);
        try {
            String authority = new URI(origin).getRawAuthority();
            return host != null
                    && authority != null
                    && withoutDefaultPort(authority).equals(withoutDefaultPort(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutDefaultPort(String authority) {
        return lower(authority).replaceFirst(":(80|443)$", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
