package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/templates")
@Tag(name = "Templates")
final class TemplateController {
    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    @Get
    @Operation(
            operationId = "listTemplates",
            summary = "Templates for new requests, by name (staff; clients where they may file requests)")
    Page<TemplateView> list(
            Actor actor, String programId, @QueryValue @Nullable Integer page, @QueryValue @Nullable Integer limit) {
        return templates.list(actor, Ids.parse("program", programId), Paging.of(page, limit));
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createTemplate", summary = "Make a template (program managers); at most 100 in a program")
    TemplateView create(Actor actor, String programId, @Body TemplateInput.New input) {
        return templates.create(actor, Ids.parse("program", programId), input);
    }

    @Get("/{templateId}")
    @Operation(operationId = "getTemplate", summary = "One template, as far as you could fill it in")
    TemplateView get(Actor actor, String programId, String templateId) {
        return templates.get(actor, Ids.parse("program", programId), Ids.parse("template", templateId));
    }

    @Patch("/{templateId}")
    @Operation(operationId = "editTemplate", summary = "Change what the body names (program managers)")
    TemplateView edit(Actor actor, String programId, String templateId, @Body TemplateInput.Edit edit) {
        return templates.edit(actor, Ids.parse("program", programId), Ids.parse("template", templateId), edit);
    }

    @Delete("/{templateId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteTemplate",
            summary = "Delete a template (program managers); requests made from it stay")
    void delete(Actor actor, String programId, String templateId) {
        templates.delete(actor, Ids.parse("program", programId), Ids.parse("template", templateId));
    }
}
