package dev.docket.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What a ZIP container is: a document of an office program, a program (refused), or just a ZIP. */
final class ZipKind {
    private static final int MAX_PART = 1024 * 1024;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, FileType> OOXML_PARTS = Map.of(
            OFFICE + "wordprocessingml.document.main+xml", FileType.DOCX,
            OFFICE + "spreadsheetml.sheet.main+xml", FileType.XLSX,
            OFFICE + "presentationml.presentation.main+xml", FileType.PPTX);
    private static final List<String> PROGRAM_ENTRIES =
            List.of("META-INF/MANIFEST.MF", "AndroidManifest.xml", "classes.dex", "AppxManifest.xml");

    private ZipKind() {}

    static FileType of(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (PROGRAM_ENTRIES.stream().anyMatch(entry -> zip.getEntry(entry) != null)) {
                throw FileTypes.refused("a program in a ZIP container");
            }
            String contentTypes = part(zip, "[Content_Types].xml");
            if (contentTypes != null) {
                return ooxml(contentTypes);
            }
            String mimeType = part(zip, "mimetype");
            if (mimeType != null && mimeType.startsWith("application/vnd.oasis.opendocument.")) {
                return FileType.ofMediaType(mimeType.strip()).orElseThrow(() -> FileTypes.refused(shortened(mimeType)));
            }
            return FileType.ZIP;
        } catch (ZipException e) {
            throw FileTypes.refused("a damaged ZIP");
        }
    }

    private static FileType ooxml(String contentTypes) {
        return OOXML_PARTS.entrySet().stream()
                .filter(part -> contentTypes.contains('"' + part.getKey() + '"'))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> FileTypes.refused("an Office document with macros or of another kind"));
    }

    private static @Nullable String part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            return new String(bytes.readNBytes(MAX_PART), StandardCharsets.UTF_8);
        }
    }

    private static String shortened(String text) {
        return text.codePoints()
                .limit(100)
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
