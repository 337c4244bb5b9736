package dev.docket.comment;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/requests/{requestId}/comments")
@Tag(name = "Comments")
final class CommentController {
    private final Comments comments;

    CommentController(Comments comments) {
        this.comments = comments;
    }

    @Schema(name = "NewComment")
    record NewComment(
            @NotBlank @Size(max = Comment.MAX_LENGTH) @Nullable
            String body,

            @Schema(description = "Seen by staff only; only staff may write such a comment") @Nullable
            Boolean internal) {}

    @Get
    @Operation(operationId = "listComments", summary = "The comments of a request, oldest first")
    HttpResponse<Page<CommentView>> list(
            Actor actor,
            String programId,
            String requestId,
            @QueryValue @Nullable Integer page,
            @QueryValue @Nullable Integer limit) {
        Positioned<Page<CommentView>> answer = comments.page(
                actor, Ids.parse("program", programId), Ids.parse("request", requestId), Paging.of(page, limit));
        return HttpResponse.ok(answer.value())
                .header(Positioned.HEADER, answer.position().toHeader());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addComment", summary = "Add a comment (internal ones: staff)")
    CommentView add(Actor actor, String programId, String requestId, @Body NewComment comment) {
        return comments.add(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                comment.body(),
                Boolean.TRUE.equals(comment.internal()));
    }

    @Delete("/{commentId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteComment", summary = "Delete a comment: your own, or as a program manager any")
    void delete(Actor actor, String programId, String requestId, String commentId) {
        comments.delete(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                Ids.parse("comment", commentId));
    }
}
