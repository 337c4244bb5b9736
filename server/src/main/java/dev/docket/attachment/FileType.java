package dev.docket.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of files that are accepted, with the extensions that name them honestly. */
enum FileType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg jpeg jpe jfif"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    TEXT("text/plain", "txt text log md json yaml yml ini conf sql diff patch tsv"),
    CSV("text/csv", "csv"),
    ZIP("application/zip", "zip");

    private final String mediaType;
    private final String extensions;

    FileType(String mediaType, String extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    /** The first is the usual one. */
    List<String> extensions() {
        return List.of(extensions.split(" "));
    }

    boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
