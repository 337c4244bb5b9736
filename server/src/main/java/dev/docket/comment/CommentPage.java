package dev.docket.comment;

import dev.docket.common.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments by pages that are counted, or one part after another: long threads don't count what they skip. */
@Schema(name = "CommentPage")
record CommentPage(
        List<CommentView> data,
        Page.Pagination pagination,

        @Schema(description = "What to send as `after` for the comments that follow; null at the end") @Nullable
        UUID next) {}
