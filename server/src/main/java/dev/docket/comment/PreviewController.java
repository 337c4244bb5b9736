package dev.docket.comment;

import dev.docket.common.Violations;
import dev.docket.identity.Actor;
import dev.docket.text.Markdown;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Shows writers what readers will see, by the same path, so that there is no second one from Markdown to markup. */
@Controller("/api/v1/markdown")
@Tag(name = "Comments")
final class PreviewController {
    @Schema(name = "MarkdownText")
    record MarkdownText(
            @Size(max = Comment.MAX_LENGTH) @Nullable String text) {}

    @Schema(name = "RenderedText")
    record RenderedText(
            @Schema(description = "HTML that is safe to show; mentions are named as the author named them")
            String html) {}

    @Post
    @Operation(operationId = "renderMarkdown", summary = "Markdown as it will look; nothing is stored")
    RenderedText render(Actor actor, @Body MarkdownText body) {
        String text = body.text() == null ? "" : body.text();
        Violations violations = new Violations();
        violations.addUnless(
                text.length() <= Comment.MAX_LENGTH,
                "text",
                text.length() + " characters (expected: 0.." + Comment.MAX_LENGTH + ")");
        violations.orThrow();
        return new RenderedText(Markdown.html(text));
    }
}
