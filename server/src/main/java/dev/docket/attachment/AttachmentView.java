package dev.docket.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.common.Person;
import dev.docket.program.ProgramAccess;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attachment as it is spoken, in REST and in events alike. Where its bytes are is nobody's business. */
@Schema(name = "Attachment")
public record AttachmentView(
        UUID id,
        UUID requestId,

        @Schema(description = "As uploaded, without folders and invisible characters; for display")
        String name,

        @Schema(description = "In bytes") long size,

        @Schema(description = "Media type, found by the content")
        String type,

        @Schema(description = "Whether there is a small picture of it at `…/thumbnail`")
        boolean thumbnail,

        @Schema(description = "Seen by staff only; clients never receive such an attachment")
        boolean internal,

        Person uploadedBy,
        Instant createdAt,

        @Schema(description = "What the caller may do with it; absent in events")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Can can) {

    @Schema(name = "AttachmentCan")
    public record Can(boolean delete) {}

    /** For everybody who may see the attachment at all: staff and clients get the same. */
    static AttachmentView forEvents(Attachment attachment) {
        return of(attachment, null);
    }

    static AttachmentView of(ProgramAccess access, Attachment attachment) {
        return of(
                attachment,
                new Can(AttachmentPolicy.mayDelete(access, attachment).allowed()));
    }

    private static AttachmentView of(Attachment attachment, @Nullable Can can) {
        return new AttachmentView(
                attachment.id(),
                attachment.requestId(),
                attachment.name(),
                attachment.size(),
                attachment.type().mediaType(),
                attachment.hasThumbnail(),
                attachment.internal(),
                attachment.uploadedBy(),
                attachment.createdAt(),
                can);
    }
}
