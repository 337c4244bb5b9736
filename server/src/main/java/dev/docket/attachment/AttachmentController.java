package dev.docket.attachment;

import dev.docket.common.Ids;
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
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/requests/{requestId}/attachments")
@Tag(name = "Attachments")
final class AttachmentController {
    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @Schema(name = "AttachmentList")
    record AttachmentList(List<AttachmentView> data) {}

    /** What the description of the API says about the body; it is read as a stream, never as this. */
    @Schema(name = "NewAttachment")
    record NewAttachment(
            @Schema(type = "string", format = "binary", description = "At most 25 MB; the type is found by the content")
            String file) {}

    @Get
    @Operation(operationId = "listAttachments", summary = "The attachments of a request, oldest first")
    HttpResponse<AttachmentList> list(Actor actor, String programId, String requestId) {
        Positioned<List<AttachmentView>> answer =
                attachments.list(actor, Ids.parse("program", programId), Ids.parse("request", requestId));
        return HttpResponse.ok(new AttachmentList(answer.value()))
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
                    Ids.parse("program", programId), Ids.parse("request", requestId), isInternal(internal));
            return attachments.upload(actor, place, new Uploads.Announced(contentType, contentLength, body));
        }
    }

    @Get("/{attachmentId}/content")
    @Operation(operationId = "downloadAttachment", summary = "The bytes, always as a download")
    @Produces(MediaType.ALL)
    HttpResponse<StreamedFile> download(Actor actor, String programId, String requestId, String attachmentId) {
        Attachments.Download download = attachments.download(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                Ids.parse("attachment", attachmentId));
        Attachment attachment = download.attachment();
        String name = FileName.honest(attachment.name(), attachment.type());
        MediaType type = MediaType.of(attachment.type().mediaType());
        return HttpResponse.ok(new StreamedFile(download.bytes(), type, 0, attachment.size()))
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.asAttachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    @Delete("/{attachmentId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteAttachment",
            summary = "Delete an attachment: your own, or as a program manager any")
    void delete(Actor actor, String programId, String requestId, String attachmentId) {
        attachments.delete(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                Ids.parse("attachment", attachmentId));
    }

    /** Strict: a value misunderstood as "no" would show a file to clients. */
    private static boolean isInternal(@Nullable String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("internal", value + " (expected: true or false)");
        };
    }
}
