package dev.docket.attachment;

import dev.docket.common.AfterPage;
import dev.docket.common.Flag;
import dev.docket.common.Ids;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/requests/{requestId}/attachments")
@Tag(name = "Attachments")
final class AttachmentController {
    private final Attachments attachments;
    private final AttachmentReading reading;
    private final AttachmentDeletion deletion;

    AttachmentController(Attachments attachments, AttachmentReading reading, AttachmentDeletion deletion) {
        this.attachments = attachments;
        this.reading = reading;
        this.deletion = deletion;
    }

    /** What the description of the API says about the body; it is read as a stream, never as this. */
    @Schema(name = "NewAttachment")
    record NewAttachment(
            @Schema(type = "string", format = "binary", description = "At most 25 MB; the type is found by the content")
            String file) {}

    @Get
    @Operation(
            operationId = "listAttachments",
            summary =
                    "The attachments of a request, oldest first, at most 100 at once; more by `after` one that you have")
    HttpResponse<AfterPage<AttachmentView>> list(
            Actor actor,
            String programId,
            String requestId,
            @Parameter(description = "The id of an attachment", schema = @Schema(format = "uuid")) @QueryValue @Nullable
                    UUID after,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "100"))
                    @QueryValue
                    @Nullable
                    Integer limit) {
        Positioned<AfterPage<AttachmentView>> answer = reading.list(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                after,
                limit == null ? Paging.MAX_LIMIT : Paging.of(null, limit).limit());
        return HttpResponse.ok(answer.value())
                .header(Positioned.HEADER, answer.position().toHeader());
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "uploadAttachment", summary = "Upload a file of at most 25 MB (internal ones: staff)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = NewAttachment.class)))
    AttachmentView upload(
            Actor actor,
            String programId,
            String requestId,
            @Parameter(schema = @Schema(type = "boolean", defaultValue = "false")) @QueryValue @Nullable
                    String internal,
            @Parameter(hidden = true) @Header(HttpHeaders.CONTENT_TYPE) String contentType,
            @Parameter(hidden = true) @Header(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
            @Body @Nullable InputStream body)
            throws IOException {
        if (body == null) {
            throw Problem.malformed("The body is empty (expected: multipart/form-data with a part \"file\").");
        }
        // Whatever happens, the rest of the body is let go, so that the client gets to read the answer.
        try (body) {
            var place = new Attachments.Place(
                    Ids.parse("program", programId), Ids.parse("request", requestId), Flag.parse("internal", internal));
            return attachments.upload(actor, place, new Uploads.Announced(contentType, contentLength, body));
        }
    }

    @Get("/{attachmentId}")
    @Operation(operationId = "getAttachment", summary = "One attachment, without its bytes")
    AttachmentView get(Actor actor, String programId, String requestId, String attachmentId) {
        return reading.get(actor, AttachmentPlace.of(programId, requestId, attachmentId));
    }

    @Delete("/{attachmentId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteAttachment",
            summary = "Delete an attachment: your own, or as a program manager any; it can be restored for 10 minutes")
    void delete(Actor actor, String programId, String requestId, String attachmentId) {
        deletion.delete(actor, AttachmentPlace.of(programId, requestId, attachmentId));
    }

    @Post("/{attachmentId}/restoration")
    @Operation(
            operationId = "restoreAttachment",
            summary = "Restore an attachment within 10 minutes: one that you deleted, or as a program manager any")
    AttachmentView restore(Actor actor, String programId, String requestId, String attachmentId) {
        return deletion.restore(actor, AttachmentPlace.of(programId, requestId, attachmentId));
    }
}
