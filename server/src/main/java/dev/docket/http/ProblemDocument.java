package dev.docket.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.docket.common.Json;
import dev.docket.common.Problem;
import dev.docket.common.ProblemType;
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
        return of(problem.type(), problem.status(), problem.detail(), problem.members());
    }

    /** @param status of the answer; that of the type, or another of the same hundred */
    static ProblemDocument of(ProblemType type, int status, String detail, Map<String, Object> members) {
        return new ProblemDocument(type.uri(), type.title(), status, detail, members);
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
}
