package dev.docket.request;

import dev.docket.common.CursorPage;
import dev.docket.common.Ids;
import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.journal.EntryFilter;
import dev.docket.journal.HistoryEntry;
import dev.docket.journal.Positioned;
import dev.docket.request.RequestHistory.Cursor;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}")
@Tag(name = "History")
final class HistoryController {
    private static final String EVENT = "Only events of this name, such as request:updated";
    private static final String ACTOR = "Only what this user did (id)";
    private static final String FROM = "Only entries of this instant or later";
    private static final String TO = "Only entries before this instant";
    private static final String BEFORE = "next of the page before";
    private static final String LIMIT = "1..100, 50 if left out";

    private final RequestHistory history;

    HistoryController(RequestHistory history) {
        this.history = history;
    }

    @Get("/activity")
    @Operation(
            operationId = "listActivity",
            summary = "What happened in the program, as far as you may see it; newest first. For managers it is the"
                    + " program's audit: everything")
    HttpResponse<CursorPage<HistoryEntry>> activity(
            Actor actor,
            String programId,
            @Parameter(description = EVENT) @QueryValue @Nullable String event,
            @Parameter(description = ACTOR) @QueryValue("actor") @Nullable String actorId,
            @Parameter(description = "Only entries about this request (id)") @QueryValue @Nullable String request,
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to,
            @Parameter(description = BEFORE) @QueryValue @Nullable Long before,
            @Parameter(description = LIMIT) @QueryValue @Nullable Integer limit) {
        Violations violations = new Violations();
        EntryFilter filter =
                EntryFilter.of(violations, new EntryFilter.Parameters(event, actorId, null, request, from, to));
        Cursor cursor = Cursor.of(violations, before, limit);
        violations.orThrow();
        return answer(history.ofProgram(actor, Ids.parse("program", programId), filter, cursor));
    }

    @Get("/requests/{requestId}/history")
    @Operation(
            operationId = "listHistory",
            summary = "What happened to the request; newest first; for clients without internal entries")
    HttpResponse<CursorPage<HistoryEntry>> history(
            Actor actor,
            String programId,
            String requestId,
            @Parameter(description = EVENT) @QueryValue @Nullable String event,
            @Parameter(description = ACTOR) @QueryValue("actor") @Nullable String actorId,
            @Parameter(description = FROM) @QueryValue @Nullable String from,
            @Parameter(description = TO) @QueryValue @Nullable String to,
            @Parameter(description = BEFORE) @QueryValue @Nullable Long before,
            @Parameter(description = LIMIT) @QueryValue @Nullable Integer limit) {
        Violations violations = new Violations();
        EntryFilter filter =
                EntryFilter.of(violations, new EntryFilter.Parameters(event, actorId, null, null, from, to));
        Cursor cursor = Cursor.of(violations, before, limit);
        violations.orThrow();
        return answer(history.ofRequest(
                actor, Ids.parse("program", programId), Ids.parse("request", requestId), filter, cursor));
    }

    private static HttpResponse<CursorPage<HistoryEntry>> answer(Positioned<CursorPage<HistoryEntry>> found) {
        return HttpResponse.ok(found.value())
                .header(Positioned.HEADER, found.position().toHeader());
    }
}
