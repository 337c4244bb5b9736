package dev.docket.attachment;

import dev.docket.common.Ids;
import java.util.UUID;

/** How an attachment is addressed: never by its id alone. */
record AttachmentPlace(UUID programId, UUID requestId, UUID attachmentId) {
    static AttachmentPlace of(String programId, String requestId, String attachmentId) {
        return new AttachmentPlace(
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                Ids.parse("attachment", attachmentId));
    }
}
