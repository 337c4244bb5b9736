package dev.docket.attachment;

import dev.docket.common.Problem;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of pictures: made when first asked for, one at a time, since each takes a processor and some memory, and
 * kept in the storage.
 */
@Singleton
final class Thumbnails {
    private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);
    private static final long PATIENCE_SECONDS = 10;
    private static final long RETRY_SECONDS = 3;
    /** More than any of our making takes. */
    private static final long MAX_SIZE = 1024 * 1024;

    private final Database database;
    private final BlobStore blobs;
    private final AttachmentReading reading;
    private final FileStorage storage;
    private final StorageKeys keys;
    private final IncomingFiles incoming;
    private final Semaphore drawing = new Semaphore(1, true);

    Thumbnails(
            Database database,
            BlobStore blobs,
            AttachmentReading reading,
            FileStorage storage,
            StorageKeys keys,
            IncomingFiles incoming) {
        this.database = database;
        this.blobs = blobs;
        this.reading = reading;
        this.storage = storage;
        this.keys = keys;
        this.incoming = incoming;
    }

    /**
     * The bytes of a JPEG.
     *
     * @param again reads the attachment once more; somebody else may have had its thumbnail made meanwhile
     * @throws Problem 404 if there can't be one, 429 if too many are waiting for theirs
     */
    byte[] of(Attachment attachment, Supplier<Attachment> again) {
        if (isMade(attachment)) {
            return kept(attachment);
        }
        acquire();
        try {
            Attachment current = again.get();
            return isMade(current) ? kept(current) : make(current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.release();
        }
    }

    private static boolean isMade(Attachment attachment) {
        if (!attachment.hasThumbnail()) {
            throw Problem.notFound("thumbnail");
        }
        return attachment.thumbnail().storageKey() != null;
    }

    private byte[] kept(Attachment attachment) {
        String key = attachment.thumbnail().storageKey();
        try (InputStream bytes = reading.open(attachment, key, ByteRange.all(MAX_SIZE))) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] make(Attachment attachment) throws IOException {
        Optional<byte[]> drawn;
        try (InputStream source = reading.bytes(attachment, ByteRange.all(attachment.size()));
                IncomingFiles.IncomingFile file = incoming.receive(source, Attachment.MAX_SIZE)) {
            drawn = SmallPicture.of(file.path(), attachment.type());
        }
        if (drawn.isEmpty()) {
            database.writeOnly(tx -> {
                tx.enter(attachment.programId());
                blobs.markWithoutThumbnail(tx, attachment.id());
            });
            throw Problem.notFound("thumbnail");
        }
        keep(attachment, drawn.get());
        return drawn.get();
    }

    private void keep(Attachment attachment, byte[] picture) throws IOException {
        String key = keys.next();
        try (IncomingFiles.IncomingFile file = incoming.receive(new ByteArrayInputStream(picture), MAX_SIZE)) {
            storage.put(key, file.path());
        }
        boolean taken = database.write(tx -> {
            tx.enter(attachment.programId());
            return blobs.setThumbnail(tx, attachment.id(), key);
        });
        if (!taken) {
            log.debug("the thumbnail of {} came too late", attachment.id());
            storage.delete(key);
        }
    }

    private void acquire() {
        try {
            if (!drawing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.tooMany(RETRY_SECONDS, "Many pictures are being made smaller at once. Please try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
