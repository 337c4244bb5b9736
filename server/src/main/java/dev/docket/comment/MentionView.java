package dev.docket.comment;

import dev.docket.common.Person;
import dev.docket.request.RequestPlace;
import dev.docket.text.Markdown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A comment that mentions the caller, as much of it as says what it is about. */
@Schema(name = "Mention")
record MentionView(
        UUID commentId,
        RequestPlace request,
        Person author,

        @Schema(description = "How the comment begins: plain text in one line, at most 200 characters", maxLength = 200)
        String excerpt,

        @Schema(description = "Seen by staff only") boolean internal,

        Instant createdAt) {
    private static final int EXCERPT = 200;

    static MentionView of(Mention mention) {
        return new MentionView(
                mention.commentId(),
                mention.request(),
                mention.author(),
                Markdown.excerpt(mention.body(), Comment.names(mention.people()), EXCERPT),
                mention.internal(),
                mention.createdAt());
    }
}
