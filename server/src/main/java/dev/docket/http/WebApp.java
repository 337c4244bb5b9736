package dev.docket.http;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The built web application, shipped in the jar under {@code /web}. Kept in memory once read: it is small and never changes. */
@Singleton
final class WebApp {
    private static final String ROOT = "web";
    private static final String PAGE = "/index.html";
    /** Names of files with an extension; no way up, nothing hidden. */
    private static final Pattern FILE =
            Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)*/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*\\.[a-z0-9]+");

    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    /** One file, with what browsers need to keep it. */
    static final class WebFile {
        private final String path;
        private final byte[] content;
        private final String etag;

        WebFile(String path, byte[] content) {
            this.path = path;
            this.content = content;
            this.etag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(content)) + '"';
        }

        byte[] content() {
            return content;
        }

        String mediaType() {
            return MediaTypes.ofFile(path);
        }

        String etag() {
            return etag;
        }

        /** Its name carries a hash of its content, so that it is never another file under the same name. */
        boolean isImmutable() {
            return path.startsWith("/assets/");
        }
    }

    /** The file at this path; for any path without a file extension the page, whose router knows what it means. */
    Optional<WebFile> find(String path) {
        if (FILE.matcher(path).matches()) {
            return file(path);
        }
        return path.substring(path.lastIndexOf('/')).contains(".") ? Optional.empty() : file(PAGE);
    }

    private Optional<WebFile> file(String path) {
        WebFile known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<WebFile> read = ClasspathFile.read(ROOT + path).map(content -> new WebFile(path, content));
        read.ifPresent(file -> files.put(path, file));
        return read;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
