package dev.docket.request;

import dev.docket.common.CursorPage;
import dev.docket.common.Ids;
import dev.docket.identity.Actor;
import dev.docket.journal.HistoryEntry;
import dev.docket.request.RequestHistory.Cursor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}")
@Tag(name = "History")
final class HistoryController {
    private final RequestHistory history;

    HistoryController(RequestHistory history) {
        this.history = history;
    }

    @Get("/activity")
    @Operation(
            operationId = "listActivity",
            summary = "What happened in the program, as far as you may see it; newest first")
    CursorPage<HistoryEntry> activity(
            Actor actor, String programId, @QueryValue @Nullable Long before, @QueryValue @Nullable Integer limit) {
        return history.ofProgram(actor, Ids.parse("program", programId), Cursor.of(before, limit));
    }

    @Get("/requests/{requestId}/history")
    @Operation(
            operationId = "listHistory",
            summary = "What happened to the request; newest first; for clients without internal entries")
    CursorPage<HistoryEntry> history(
            Actor actor,
            String programId,
            String requestId,
            @QueryValue @Nullable Long before,
            @QueryValue @Nullable Integer limit) {
        return history.ofRequest(
                actor, Ids.parse("program", programId), Ids.parse("request", requestId), Cursor.of(before, limit));
    }
}
