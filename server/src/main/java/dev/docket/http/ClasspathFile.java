package dev.docket.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A file inside our own jar. */
final class ClasspathFile {
    private ClasspathFile() {}

    static Optional<byte[]> read(String path) {
        try (InputStream content = ClasspathFile.class.getClassLoader().getResourceAsStream(path)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
