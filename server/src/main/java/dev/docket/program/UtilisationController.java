package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/utilisation")
@Tag(name = "Programs")
final class UtilisationController {
    private final ProgramUsage usage;

    UtilisationController(ProgramUsage usage) {
        this.usage = usage;
    }

    @Get
    @Operation(
            operationId = "getUtilisation",
            summary = "How far the limits on active requests are used; clients get their own part."
                    + " page and limit are those of users")
    Utilisation get(
            Actor actor, String programId, @QueryValue @Nullable Integer page, @QueryValue @Nullable Integer limit) {
        return usage.of(actor, Ids.parse("program", programId), Paging.of(page, limit));
    }
}
