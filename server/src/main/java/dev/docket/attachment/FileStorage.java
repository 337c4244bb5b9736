package dev.docket.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the bytes of files are kept, under {@link StorageKeys}. Keys say nothing about the file and never leave the server. */
interface FileStorage extends AutoCloseable {
    /** Takes over a complete file; it is gone from {@code file} afterwards. It is kept whole or not at all. */
    void put(String key, Path file) throws IOException;

    /**
     * {@code length} bytes from {@code from} on.
     *
     * @throws java.nio.file.NoSuchFileException if nothing is kept under {@code key}
     */
    InputStream open(String key, long from, long length) throws IOException;

    /** Removes what is kept under {@code key}; nothing happens if there is nothing. */
    void delete(String key) throws IOException;

    /** What is kept under keys that begin with {@code prefix}, in their order, behind {@code after}. */
    List<Kept> list(String prefix, @Nullable String after, int limit) throws IOException;

    /** A file that is kept, and since when. */
    record Kept(String key, Instant since) {}

    @Override
    default void close() {}
}
