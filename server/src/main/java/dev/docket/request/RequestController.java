package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/requests")
@Tag(name = "Requests")
final class RequestController {
    private final Requests requests;

    RequestController(Requests requests) {
        this.requests = requests;
    }

    @Get
    @Operation(operationId = "listRequests", summary = "The requests that you see")
    HttpResponse<Page<RequestView>> list(
            Actor actor,
            String programId,
            @QueryValue @Nullable Integer page,
            @QueryValue @Nullable Integer limit,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String assignee,
            @QueryValue @Nullable String priority,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String sort) {
        Positioned<Page<RequestView>> found = requests.list(
                actor,
                program(programId),
                new RequestFilter.Parameters(status, assignee, priority, q, sort),
                Paging.of(page, limit));
        return HttpResponse.ok(found.value())
                .header(Positioned.HEADER, found.position().toHeader());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "createRequest",
            summary = "Create a request as a draft, from a template if you like"
                    + " (staff; clients where the program allows it)")
    HttpResponse<RequestDetail> create(Actor actor, String programId, @Body RequestInput.New input) {
        RequestDetail created = requests.create(actor, program(programId), input);
        return HttpResponse.created(
                created,
                URI.create("/api/v1/programs/" + created.request().programId() + "/requests/"
                        + created.request().id()));
    }

    @Get("/{requestId}")
    @Operation(operationId = "getRequest", summary = "One request, with what you may do to it")
    HttpResponse<RequestDetail> get(Actor actor, String programId, String requestId) {
        Positioned<RequestDetail> found = requests.get(actor, program(programId), request(requestId));
        return HttpResponse.ok(found.value())
                .header(Positioned.HEADER, found.position().toHeader())
                .header(
                        HttpHeaders.ETAG,
                        '"' + Long.toString(found.value().request().version()) + '"');
    }

    @Patch("/{requestId}")
    @Operation(operationId = "editRequest", summary = "Change what the body names; edits of different fields merge")
    RequestDetail edit(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.Edit edit) {
        SeenVersion seen = SeenVersion.of(ifMatch, edit.version());
        return requests.edit(actor, program(programId), request(requestId), edit, seen);
    }

    @Delete("/{requestId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteRequest", summary = "Delete a draft; a program manager can restore it for 30 days")
    void delete(Actor actor, String programId, String requestId, @Header("If-Match") @Nullable String ifMatch) {
        requests.delete(actor, program(programId), request(requestId), SeenVersion.of(ifMatch, null));
    }

    private static UUID program(String programId) {
        return Ids.parse("program", programId);
    }

    private static UUID request(String requestId) {
        return Ids.parse("request", requestId);
    }
}
