package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.identity.Actor;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/requests/{requestId}")
@Tag(name = "Watching")
final class WatchController {
    private final Watchers watchers;

    WatchController(Watchers watchers) {
        this.watchers = watchers;
    }

    @Get("/watchers")
    @Operation(operationId = "listWatchers", summary = "Who watches the request (staff)")
    Page<Person> list(
            Actor actor,
            String programId,
            String requestId,
            @QueryValue @Nullable Integer page,
            @QueryValue @Nullable Integer limit) {
        return watchers.list(
                actor, Ids.parse("program", programId), Ids.parse("request", requestId), Paging.of(page, limit));
    }

    @Put("/watch")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "watchRequest",
            summary = "Watch the request; its creator, assignee and commenters do so anyway")
    void watch(Actor actor, String programId, String requestId) {
        watchers.watch(actor, Ids.parse("program", programId), Ids.parse("request", requestId), true);
    }

    @Delete("/watch")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "stopWatchingRequest", summary = "Do not watch the request, whatever you are to it")
    void stop(Actor actor, String programId, String requestId) {
        watchers.watch(actor, Ids.parse("program", programId), Ids.parse("request", requestId), false);
    }
}
