package dev.docket.attachment;

import dev.docket.attachment.IncomingFiles.IncomingFile;
import dev.docket.attachment.PacedStream.Pace;
import dev.docket.common.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Brings an upload to disk, while it comes in, and finds out what it is. */
@Singleton
final class Uploads {
    /** What boundaries, part headers and other small parts may take on top of the file. */
    private static final long WRAPPING = 64 * 1024;

    private static final long MAX_BODY = Attachment.MAX_SIZE + WRAPPING;

    /** A minute in which less than 4 KiB per second come is one too many. */
    private static final Pace PACE = new Pace(60_000, 60 * 4 * 1024, MAX_BODY);

    private final IncomingFiles incoming;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upload-timer").daemon().factory());

    Uploads(IncomingFiles incoming) {
        this.incoming = incoming;
    }

    /** A body as it was announced: not read yet, and perhaps not what is said about it. */
    record Announced(String contentType, @Nullable Long length, InputStream body) {}

    /** A complete, accepted file; closing removes it unless it was moved away before. */
    record Received(IncomingFile file, String name, FileType type) implements AutoCloseable {
        @Override
        public void close() {
            file.close();
        }
    }

    /**
     * Reads the body to its end, or to the first thing that is wrong with it.
     *
     * @throws Problem 400, 408, 413, 415 or 507; nothing is left then
     */
    Received receive(Announced announced) {
        if (announced.length() != null && announced.length() > MAX_BODY) {
            throw Problem.tooLarge(Attachment.MAX_SIZE);
        }
        MultipartFile.Received<IncomingFile> part;
        try (PacedStream body = new PacedStream(announced.body(), PACE, timer)) {
            part = MultipartFile.read(
                    body, announced.contentType(), content -> incoming.receive(content, Attachment.MAX_SIZE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return typed(part.file(), part.name());
    }

    /** A file that comes from ourselves. */
    Received receive(String name, InputStream content) {
        try {
            return typed(incoming.receive(content, Attachment.MAX_SIZE), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received typed(IncomingFile file, @Nullable String givenName) {
        boolean accepted = false;
        try {
            if (file.size() == 0) {
                throw Problem.invalid("file", "0 bytes (expected: 1.." + Attachment.MAX_SIZE + ")");
            }
            String name = FileName.clean(givenName);
            Received received = new Received(file, name, FileTypes.detect(file.path(), name));
            accepted = true;
            return received;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!accepted) {
                file.close();
            }
        }
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }
}
