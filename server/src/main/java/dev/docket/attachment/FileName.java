package dev.docket.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of files: for people to read, never for finding anything. */
final class FileName {
    private static final int MAX_LENGTH = 255;
    private static final int MAX_EXTENSION = 20;
    private static final String NAMELESS = "file";

    private FileName() {}

    /**
     * What is left of an uploaded name: no folders, no control characters, no marks that turn the reading direction
     * (they make {@code gpj.exe} look like {@code exe.jpg}), at most 255 characters with the extension kept.
     */
    static String clean(@Nullable String given) {
        if (given == null) {
            return NAMELESS;
        }
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String visible = Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return visible.isEmpty() || visible.equals(".") || visible.equals("..") ? NAMELESS : shortened(visible);
    }

    /** The name for the disk of whoever downloads it: if its extension lies about the type, the true one is added. */
    static String honest(String name, FileType type) {
        return type.extensions().contains(extension(name).toLowerCase(Locale.ROOT))
                ? name
                : name + "." + type.extensions().getFirst();
    }

    /** {@code Content-Disposition} of a download: RFC 6266, with the whole name as RFC 8187 has it. */
    static String asAttachment(String name) {
        String ascii = name.codePoints()
                .map(c -> c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> !isDirectionMark(character) && character != 0xFEFF;
        };
    }

    private static boolean isDirectionMark(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    private static String shortened(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        String extension = extension(name);
        String end = extension.isEmpty() || extension.length() > MAX_EXTENSION ? "" : "." + extension;
        int keep = MAX_LENGTH - end.length();
        boolean splitsPair = Character.isHighSurrogate(name.charAt(keep - 1));
        return name.substring(0, splitsPair ? keep - 1 : keep) + end;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }
}
