package dev.docket.comment;

import dev.docket.common.CursorPage;
import dev.docket.common.Flag;
import dev.docket.common.Ids;
import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import dev.docket.request.SeenVersion;
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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/requests/{requestId}")
@Tag(name = "Comments")
final class CommentController {
    private final Comments comments;
    private final CommentEdits edits;
    private final CommentDeletion deletion;
    private final Mentionable mentionable;

    CommentController(Comments comments, CommentEdits edits, CommentDeletion deletion, Mentionable mentionable) {
        this.comments = comments;
        this.edits = edits;
        this.deletion = deletion;
        this.mentionable = mentionable;
    }

    @Schema(name = "NewComment")
    record NewComment(
            @Schema(description = "Markdown; a mention is a link: `[@Name](user:<id>)`")
            @NotBlank
            @Size(max = Comment.MAX_LENGTH)
            @Nullable
            String body,

            @Schema(description = "Seen by staff only; only staff may write such a comment. Can't be changed later")
            @Nullable
            Boolean internal) {}

    @Schema(name = "CommentEdit")
    record CommentEdit(
            @NotBlank @Size(max = Comment.MAX_LENGTH) @Nullable
            String body,

            @Schema(description = "The version that you had seen, instead of If-Match", minimum = "1") @Nullable
            Long version) {}

    @Schema(name = "PersonList")
    record PersonList(List<Person> data) {}

    @Get("/comments")
    @Operation(
            operationId = "listComments",
            summary = "The comments of a request, oldest first; by `page`, or by `after` one that you have")
    HttpResponse<CommentPage> list(
            Actor actor,
            String programId,
            String requestId,
            @QueryValue @Nullable Integer page,
            @QueryValue @Nullable Integer limit,
            @Parameter(description = "The id of a comment; not together with `page`", schema = @Schema(format = "uuid"))
                    @QueryValue
                    @Nullable
                    UUID after) {
        UUID program = Ids.parse("program", programId);
        UUID request = Ids.parse("request", requestId);
        if (after != null && page != null) {
            throw Problem.invalid("page", page + " (expected: either page or after)");
        }
        Paging paging = Paging.of(page, limit);
        Positioned<CommentPage> answer = after == null
                ? comments.page(actor, program, request, paging)
                : comments.after(actor, new CommentPlace(program, request, after), paging.limit());
        return HttpResponse.ok(answer.value())
                .header(Positioned.HEADER, answer.position().toHeader());
    }

    @Post("/comments")
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "addComment",
            summary = "Add a comment of 1..5000 characters (internal ones: staff); everybody mentioned must see it")
    CommentView add(Actor actor, String programId, String requestId, @Body NewComment comment) {
        return comments.add(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                comment.body(),
                Boolean.TRUE.equals(comment.internal()));
    }

    @Patch("/comments/{commentId}")
    @Operation(operationId = "editComment", summary = "Edit your own comment; the earlier text stays readable")
    CommentView edit(
            Actor actor,
            String programId,
            String requestId,
            String commentId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body CommentEdit edit) {
        return edits.edit(
                actor,
                CommentPlace.of(programId, requestId, commentId),
                edit.body(),
                SeenVersion.of(ifMatch, edit.version()));
    }

    @Get("/comments/{commentId}/versions")
    @Operation(
            operationId = "listCommentVersions",
            summary = "What the comment said before it was edited; newest first")
    CursorPage<CommentVersionView> versions(
            Actor actor,
            String programId,
            String requestId,
            String commentId,
            @QueryValue @Nullable Long before,
            @QueryValue @Nullable Integer limit) {
        return edits.versions(actor, CommentPlace.of(programId, requestId, commentId), before, limit);
    }

    @Delete("/comments/{commentId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteComment",
            summary = "Delete a comment: your own, or as a program manager any; it can be restored for 10 minutes")
    void delete(Actor actor, String programId, String requestId, String commentId) {
        deletion.delete(actor, CommentPlace.of(programId, requestId, commentId));
    }

    @Post("/comments/{commentId}/restoration")
    @Operation(
            operationId = "restoreComment",
            summary = "Restore a comment within 10 minutes: one that you deleted, or as a program manager any")
    CommentView restore(Actor actor, String programId, String requestId, String commentId) {
        return deletion.restore(actor, CommentPlace.of(programId, requestId, commentId));
    }

    @Get("/mentionable")
    @Operation(
            operationId = "listMentionable",
            summary = "Who can be mentioned in a comment here, by name, at most 20 (for internal comments: staff)")
    PersonList mentionable(
            Actor actor,
            String programId,
            String requestId,
            @Parameter(description = "Part of a name", schema = @Schema(maxLength = 100)) @QueryValue @Nullable
                    String q,
            @Parameter(schema = @Schema(type = "boolean", defaultValue = "false")) @QueryValue @Nullable
                    String internal) {
        return new PersonList(mentionable.find(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                q == null ? "" : q,
                Flag.parse("internal", internal)));
    }
}
