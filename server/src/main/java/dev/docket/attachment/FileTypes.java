package dev.docket.attachment;

import dev.docket.common.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Decides what a file is by what it holds. Its name is asked only for what content can't tell (text or CSV), a client's
 * claim never. What isn't on the list of {@link FileType} is refused.
 */
final class FileTypes {
    private static final int PROLOGUE = 4 * 1024;
    private static final String EXPECTED = " (expected: PNG, JPEG, GIF, WebP, PDF, Office, plain text, CSV or ZIP)";

    /** Something like a tag where text begins: what a browser or a viewer might take for markup. */
    private static final Pattern MARKUP =
            Pattern.compile("\\A[\\s\\x{FEFF}]*<(?:[!?]|/?[A-Za-z][A-Za-z0-9:-]*(?:[\\s>/]|\\z))");

    /** Of UTF-8, as it looks byte by byte. */
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private FileTypes() {}

    /** @throws Problem 415 that names what was found */
    static FileType detect(Path file, String name) throws IOException {
        MediaType found = isUtf16(file) ? MediaType.TEXT_PLAIN : sniff(file);
        if (isKindOf(found, MediaType.APPLICATION_ZIP)) {
            return ZipKind.of(file);
        }
        if (CompoundFile.isOne(file)) {
            return compound(file);
        }
        // Text in an encoding that isn't mostly ASCII (CSV from a Russian or Japanese desktop) is "unknown" to
        // detection.
        if (isKindOf(found, MediaType.TEXT_PLAIN) || found.equals(MediaType.OCTET_STREAM)) {
            return text(file, name, found);
        }
        FileType type = FileType.ofMediaType(found.toString()).orElseThrow(() -> refused(found.toString()));
        if (type == FileType.PDF && !prologue(file).stripLeading().startsWith("%PDF-")) {
            throw refused("a PDF that begins with something else");
        }
        return type;
    }

    static Problem refused(String found) {
        return Problem.unsupportedType("file: " + found + EXPECTED);
    }

    private static MediaType sniff(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes().detect(bytes, new Metadata()).getBaseType();
        }
    }

    private static boolean isKindOf(MediaType type, MediaType ancestor) {
        return type.equals(ancestor)
                || MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry().isInstanceOf(type, ancestor);
    }

    private static FileType compound(Path file) throws IOException {
        var names = CompoundFile.topLevelNames(file);
        if (names.contains("WordDocument")) {
            return FileType.DOC;
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return FileType.XLS;
        }
        if (names.contains("PowerPoint Document")) {
            return FileType.PPT;
        }
        throw refused("a compound file that is no Office document");
    }

    private static FileType text(Path file, String name, MediaType found) throws IOException {
        String start = prologue(file);
        if (isKindOf(found, MediaType.APPLICATION_XML)
                || isKindOf(found, MediaType.TEXT_HTML)
                || MARKUP.matcher(start).find()) {
            throw refused("HTML, XML or SVG");
        }
        if (start.startsWith("#!")) {
            throw refused("an executable script");
        }
        if (holdsControlCharacters(file)) {
            throw refused("binary content of no known type");
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? FileType.CSV : FileType.TEXT;
    }

    private static String prologue(Path file) throws IOException {
        try (Reader characters = characters(file)) {
            char[] first = new char[PROLOGUE];
            int length = Math.max(characters.read(first), 0);
            String text = new String(first, 0, length);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        }
    }

    /** Detection looks at the beginning only; this looks at all of it. */
    private static boolean holdsControlCharacters(Path file) throws IOException {
        char[] chunk = new char[64 * 1024];
        try (Reader characters = characters(file)) {
            for (int read = characters.read(chunk); read >= 0; read = characters.read(chunk)) {
                for (int i = 0; i < read; i++) {
                    if (isControl(chunk[i])) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** UTF-16 by its mark, else byte by byte: what matters here is ASCII in every other encoding of text. */
    private static Reader characters(Path file) throws IOException {
        return new InputStreamReader(
                Files.newInputStream(file), isUtf16(file) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }

    private static boolean isUtf16(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            int first = bytes.read();
            int second = bytes.read();
            return (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        }
    }

    /** Beyond backspace to carriage return, and escape, which logs of terminals hold. */
    private static boolean isControl(char value) {
        return value < 0x20 && !(value >= 0x08 && value <= 0x0D) && value != 0x1B;
    }
}
