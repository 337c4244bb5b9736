package dev.docket.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.docket.common.Json;
import dev.docket.common.Problem;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A problem as it is sent (RFC 9457). {@code members} stand beside the others: {@code errors}, {@code code},
 * {@code current}, {@code conflicts}, {@code rule}, {@code limit}, {@code usage}, {@code size}, {@code name},
 * {@code mentions}, {@code retryAfter}.
 */
@Introspected
@Schema(name = "Problem", description = "RFC 9457 problem document")
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {
    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDocument of(Problem problem) {
        return new ProblemDocument(
                type(problem.slug()), problem.title(), problem.status(), problem.detail(), problem.members());
    }

    static ProblemDocument of(String slug, int status, String title, String detail) {
        return new ProblemDocument(type(slug), title, status, detail, Map.of());
    }

    /**
     * Puts the document into a response. Written here and not by the framework, so that no {@code Accept} header and no
     * failure while writing can turn it into something else.
     */
    MutableHttpResponse<byte[]> into(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.status(status);
        if (members.get("retryAfter") instanceof Long seconds) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        if (status == 416 && members.get("size") instanceof Long size) {
            response.header(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        }
        if (status == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (request.getMethod() == HttpMethod.HEAD) {
            return response.body(new byte[0]);
        }
        return response.header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .body(Json.write(this).getBytes(StandardCharsets.UTF_8));
    }

    private static String type(String slug) {
        return "/problems/" + slug;
    }
}
