package dev.docket.attachment;

import dev.docket.identity.Actor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of attachments. What a stranger uploaded is never shown as a part of this site: it is a download, of a type that
 * we found out ourselves, in a sandbox. Thumbnails are pictures that we drew.
 */
@Controller("/api/v1/programs/{programId}/requests/{requestId}/attachments/{attachmentId}")
@Tag(name = "Attachments")
final class ContentController {
    private final AttachmentReading reading;
    private final Thumbnails thumbnails;

    ContentController(AttachmentReading reading, Thumbnails thumbnails) {
        this.reading = reading;
        this.thumbnails = thumbnails;
    }

    @Get(value = "/content", headRoute = false)
    @Operation(operationId = "downloadAttachment", summary = "The bytes, always as a download; one range on demand")
    @Produces(MediaType.ALL)
    HttpResponse<StreamedFile> download(
            Actor actor,
            String programId,
            String requestId,
            String attachmentId,
            @Header("Range") @Nullable String range,
            @Header("If-Range") @Nullable String ifRange) {
        Attachment attachment = reading.find(actor, AttachmentPlace.of(programId, requestId, attachmentId));
        boolean rangeCounts = ifRange == null || ifRange.strip().equals(tag(attachment));
        ByteRange asked = rangeCounts ? ByteRange.of(range, attachment.size()) : null;
        ByteRange part = asked == null ? ByteRange.all(attachment.size()) : asked;
        MediaType type = MediaType.of(attachment.type().mediaType());
        var file = new StreamedFile(reading.bytes(attachment, part), type, 0, part.length());
        if (asked == null) {
            return described(HttpResponse.ok(file), attachment);
        }
        return described(
                        HttpResponse.<StreamedFile>status(HttpStatus.PARTIAL_CONTENT)
                                .body(file),
                        attachment)
                .header(HttpHeaders.CONTENT_RANGE, part.toHeader(attachment.size()));
    }

    @Head("/content")
    @Operation(operationId = "headAttachment", summary = "What a download would say about the bytes", hidden = true)
    @Produces(MediaType.ALL)
    HttpResponse<?> head(Actor actor, String programId, String requestId, String attachmentId) {
        Attachment attachment = reading.find(actor, AttachmentPlace.of(programId, requestId, attachmentId));
        return described(HttpResponse.ok(), attachment).contentLength(attachment.size());
    }

    @Get(value = "/thumbnail", headRoute = false)
    @Operation(
            operationId = "getThumbnail",
            summary = "A JPEG of at most 400 x 400 pixels, if the attachment is a picture that can be read")
    @Produces(MediaType.IMAGE_JPEG)
    HttpResponse<byte[]> thumbnail(
            Actor actor,
            String programId,
            String requestId,
            String attachmentId,
            @Header("If-None-Match") @Nullable String known) {
        AttachmentPlace place = AttachmentPlace.of(programId, requestId, attachmentId);
        Attachment attachment = reading.find(actor, place);
        String tag = "\"thumbnail-" + attachment.id() + '"';
        MutableHttpResponse<byte[]> response = tag.equals(known)
                ? HttpResponse.notModified()
                : HttpResponse.ok(thumbnails.of(attachment, () -> reading.find(actor, place)))
                        .contentType(MediaType.IMAGE_JPEG_TYPE);
        // Kept by the browser, but shown only after we were asked whether that is still right.
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private static <T> MutableHttpResponse<T> described(MutableHttpResponse<T> response, Attachment attachment) {
        String name = FileName.honest(attachment.name(), attachment.type());
        return response.contentType(MediaType.of(attachment.type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.asAttachment(name))
                .header(HttpHeaders.ETAG, tag(attachment))
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** The bytes of an attachment never change. */
    private static String tag(Attachment attachment) {
        return '"' + attachment.id().toString() + '"';
    }
}
