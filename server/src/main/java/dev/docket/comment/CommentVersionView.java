package dev.docket.comment;

import dev.docket.text.Markdown;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** An earlier text of a comment, for whoever sees the comment. */
@Schema(name = "CommentVersion")
public record CommentVersionView(
        long version,

        @Schema(description = "Markdown") String body,

        @Schema(description = "The same as HTML that is safe to show")
        String html,

        Instant writtenAt) {
    static CommentVersionView of(CommentVersion version) {
        return new CommentVersionView(
                version.version(),
                version.body(),
                Markdown.html(version.body(), Comment.names(version.mentions())),
                version.writtenAt());
    }
}
