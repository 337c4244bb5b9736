package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.common.IfMatch;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs")
@Tag(name = "Programs")
final class ProgramController {
    private final Programs programs;

    ProgramController(Programs programs) {
        this.programs = programs;
    }

    @Get
    @Operation(operationId = "listPrograms", summary = "The programs that you see, active ones first, by name")
    Page<ProgramDetail> list(Actor actor, @QueryValue @Nullable Integer page, @QueryValue @Nullable Integer limit) {
        return programs.list(actor, Paging.of(page, limit));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createProgram", summary = "Create a program and become its manager (admins and managers)")
    ProgramDetail create(Actor actor, @Body NewProgram input) {
        return programs.create(actor, input);
    }

    @Get("/{programId}")
    @Operation(operationId = "getProgram", summary = "One program, with what you may do there")
    HttpResponse<ProgramDetail> get(Actor actor, String programId) {
        Positioned<ProgramDetail> found = programs.get(actor, Ids.parse("program", programId));
        return HttpResponse.ok(found.value())
                .header(Positioned.HEADER, found.position().toHeader())
                .header(
                        HttpHeaders.ETAG,
                        '"' + Long.toString(found.value().program().version()) + '"');
    }

    @Patch("/{programId}")
    @Operation(
            operationId = "updateProgram",
            summary = "Change settings, archive or make active again (program managers);"
                    + " changes of different settings merge")
    ProgramDetail update(
            Actor actor, String programId, @Header("If-Match") @Nullable String ifMatch, @Body ProgramEdit edit) {
        return programs.update(actor, Ids.parse("program", programId), edit, IfMatch.version(ifMatch, edit.version()));
    }
}
