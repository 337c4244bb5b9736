package dev.docket.attachment;

import dev.docket.common.Problem;
import dev.docket.common.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way in: {@code <data>/incoming}, on the same disk as the stored ones so that keeping one is a rename.
 * What a killed server left here is removed at the next start.
 */
@Singleton
final class IncomingFiles {
    private static final Logger log = LoggerFactory.getLogger(IncomingFiles.class);
    private static final int CHUNK = 64 * 1024;

    private final Path folder;
    private final Opener opener;

    /** How a new file is opened for writing. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path path) throws IOException;
    }

    @Inject
    IncomingFiles(Settings settings) {
        this(
                settings.dataDir().resolve("incoming"),
                path -> FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
    }

    IncomingFiles(Path folder, Opener opener) {
        this.folder = folder;
        this.opener = opener;
    }

    /** A complete file on disk; closing removes it unless it was moved away before. */
    record IncomingFile(Path path, long size) implements AutoCloseable {
        @Override
        public void close() {
            discard(path);
        }
    }

    @PostConstruct
    void sweep() {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                left.forEach(IncomingFiles::discard);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for incoming files can't be used: " + folder, e);
        }
    }

    /**
     * Streams {@code source} to disk and forces it there.
     *
     * @throws Problem 413 as soon as more than {@code limit} bytes came, 507 if the disk does not take them; either way
     *     nothing is left
     * @throws IOException if {@code source} breaks off; nothing is left
     */
    IncomingFile receive(InputStream source, long limit) throws IOException {
        Path path = folder.resolve(dev.docket.common.Ids.next().toString());
        boolean complete = false;
        try {
            long size = copy(source, path, limit);
            complete = true;
            return new IncomingFile(path, size);
        } finally {
            if (!complete) {
                discard(path);
            }
        }
    }

    private long copy(InputStream source, Path path, long limit) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (Sink sink = new Sink(path)) {
            for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
                size += read;
                if (size > limit) {
                    throw Problem.tooLarge(limit);
                }
                sink.write(chunk, read);
            }
            sink.force();
        }
        return size;
    }

    /** Tells the disk's failures, which are ours, from those of the source. */
    private final class Sink implements AutoCloseable {
        private final FileChannel channel;

        Sink(Path path) {
            try {
                channel = opener.open(path);
            } catch (IOException e) {
                throw full(e);
            }
        }

        void write(byte[] bytes, int length) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (java.nio.channels.ClosedByInterruptException e) {
                throw new UncheckedIOException(e);
            } catch (IOException e) {
                throw full(e);
            }
        }

        void force() {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw full(e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw full(e);
            }
        }
    }

    private static Problem full(IOException e) {
        log.error("an uploaded file could not be written: {}", e.toString());
        return Problem.storageFull();
    }

    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("an incoming file could not be removed: {}", e.toString());
        }
    }
}
