package dev.docket.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the bytes of files are kept. Keys are random, say nothing about the file and never leave the server. */
interface FileStorage {
    /** Takes over a complete file (it is gone from {@code file} afterwards) and answers the key that finds it again. */
    String put(Path file) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if nothing is kept under {@code key} */
    InputStream open(String key) throws IOException;

    /** Removes what is kept under {@code key}; nothing happens if there is nothing. */
    void delete(String key) throws IOException;
}
