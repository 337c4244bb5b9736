package dev.docket.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.common.Person;
import dev.docket.program.ProgramAccess;
import dev.docket.text.Markdown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A comment as it is spoken, in REST and in events alike. */
@Schema(name = "Comment")
public record CommentView(
        UUID id,
        UUID requestId,
        Person author,

        @Schema(description = "Markdown; a mention is a link: `[@Name](user:<id>)`")
        String body,

        @Schema(description = "The same as HTML that is safe to show")
        String html,

        @Schema(description = "Who is mentioned") List<Person> mentions,

        @Schema(description = "Seen by staff only; clients never receive such a comment")
        boolean internal,

        @Schema(description = "Grows by one with each edit; send it as If-Match with the next")
        long version,

        Instant createdAt,

        @Schema(description = "Null: never edited") @Nullable
        Instant editedAt,

        @Schema(description = "What the caller may do with it; absent in events")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Can can) {

    @Schema(name = "CommentCan")
    public record Can(boolean edit, boolean delete) {}

    /** For everybody who may see the comment at all: staff and clients get the same. */
    static CommentView forEvents(Comment comment) {
        return of(comment, null);
    }

    static CommentView of(ProgramAccess access, Comment comment) {
        return of(
                comment,
                new Can(
                        CommentPolicy.mayEdit(access, comment).allowed(),
                        CommentPolicy.mayDelete(access, comment).allowed()));
    }

    private static CommentView of(Comment comment, @Nullable Can can) {
        return new CommentView(
                comment.id(),
                comment.requestId(),
                comment.author(),
                comment.body(),
                Markdown.html(comment.body(), Comment.names(comment.mentions())),
                comment.mentions(),
                comment.internal(),
                comment.version(),
                comment.createdAt(),
                comment.editedAt(),
                can);
    }
}
