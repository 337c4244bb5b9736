package dev.docket.request;

import dev.docket.identity.Actor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/requests")
@Tag(name = "Requests")
final class RequestSearchController {
    private final Requests requests;
    private final RequestSearch search;

    RequestSearchController(Requests requests, RequestSearch search) {
        this.requests = requests;
        this.search = search;
    }

    @Get
    @Operation(
            operationId = "searchRequests",
            summary =
                    "Requests of all programs that you see, by key or words: the key itself, then titles, latest first")
    RequestSearch.Found search(
            Actor actor,
            @Parameter(
                            description = "A key, or words that each stand in the key, the title or the description;"
                                    + " one of them of three letters or digits at least",
                            example = "desk lamp",
                            schema = @Schema(maxLength = 200))
                    @QueryValue
                    @Nullable
                    String q,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            maximum = "" + RequestSearch.MAX_FOUND,
                                            defaultValue = "" + RequestSearch.MAX_FOUND))
                    @QueryValue
                    @Nullable
                    Integer limit) {
        return search.find(actor, q, limit);
    }

    @Get("/{key}")
    @Operation(
            operationId = "findRequestByKey",
            summary = "Where the request with this key (OPS-12, small letters too) is, if you see it")
    RequestPlace find(Actor actor, String key) {
        return requests.place(actor, RequestKey.of(key));
    }
}
