package dev.docket.request;

import dev.docket.identity.Actor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/requests")
@Tag(name = "Requests")
final class RequestKeyController {
    private final Requests requests;

    RequestKeyController(Requests requests) {
        this.requests = requests;
    }

    @Get("/{key}")
    @Operation(
            operationId = "findRequestByKey",
            summary = "Where the request with this key (OPS-12, small letters too) is, if you see it")
    RequestPlace find(Actor actor, String key) {
        return requests.place(actor, RequestKey.of(key));
    }
}
