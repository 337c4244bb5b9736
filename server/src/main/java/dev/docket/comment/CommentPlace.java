package dev.docket.comment;

import dev.docket.common.Ids;
import java.util.UUID;

/** How a comment is addressed: never by its id alone. */
record CommentPlace(UUID programId, UUID requestId, UUID commentId) {
    static CommentPlace of(String programId, String requestId, String commentId) {
        return new CommentPlace(
                Ids.parse("program", programId), Ids.parse("request", requestId), Ids.parse("comment", commentId));
    }
}
