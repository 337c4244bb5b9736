package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/requests")
@Tag(name = "Requests")
final class DeletedRequestController {
    private final DeletedRequests requests;

    DeletedRequestController(DeletedRequests requests) {
        this.requests = requests;
    }

    @Get("/deleted")
    @Operation(
            operationId = "listDeletedRequests",
            summary = "Drafts deleted in the last 30 days, latest first (program managers)")
    HttpResponse<Page<DeletedRequest>> list(
            Actor actor, String programId, @QueryValue @Nullable Integer page, @QueryValue @Nullable Integer limit) {
        Positioned<Page<DeletedRequest>> found =
                requests.list(actor, Ids.parse("program", programId), Paging.of(page, limit));
        return HttpResponse.ok(found.value())
                .header(Positioned.HEADER, found.position().toHeader());
    }

    @Post("/{requestId}/restoration")
    @Operation(operationId = "restoreRequest", summary = "Bring a deleted draft back (program managers)")
    RequestDetail restore(Actor actor, String programId, String requestId) {
        return requests.restore(actor, Ids.parse("program", programId), Ids.parse("request", requestId));
    }
}
