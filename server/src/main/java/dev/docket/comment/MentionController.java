package dev.docket.comment;

import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/me/mentions")
@Tag(name = "Dashboard")
final class MentionController {
    private final MentionReading mentions;

    MentionController(MentionReading mentions) {
        this.mentions = mentions;
    }

    @Get
    @Operation(
            operationId = "listMyMentions",
            summary = "Comments that mention you and that you may see, in all active programs; newest first")
    Page<MentionView> list(Actor actor, @QueryValue @Nullable Integer page, @QueryValue @Nullable Integer limit) {
        return mentions.page(actor, Paging.of(page, limit));
    }
}
