package dev.docket.attachment;

import dev.docket.common.Deletion;
import dev.docket.storage.Database;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes bytes that nobody can ask for any more: of attachments deleted too long ago to be restored, of requests that are
 * gone for good, and orphans that a crash left without a row. A little at a time; any number of servers may do it at once.
 */
@Context
final class StorageSweep {
    private static final Logger log = LoggerFactory.getLogger(StorageSweep.class);

    /** For restorations under way and clocks that differ between servers. */
    private static final Duration GRACE = Duration.ofMinutes(5);
    /** No upload takes that long from its bytes to its row. */
    private static final Duration ORPHAN_AGE = Duration.ofDays(1);

    private static final int ROWS = 500;
    private static final int KEYS = 1_000;
    private static final long PAUSE_MINUTES = 5;

    private final Database database;
    private final BlobStore blobs;
    private final FileStorage storage;
    private final StorageKeys keys;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("storage-sweep").daemon().factory());

    private @Nullable String looked; // confined to the timer's thread, and to tests

    StorageSweep(Database database, BlobStore blobs, FileStorage storage, StorageKeys keys, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.storage = storage;
        this.keys = keys;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        var _ = timer.scheduleWithFixedDelay(this::run, 1, PAUSE_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
    }

    /** One round; the next goes on where it stopped. */
    void run() {
        try {
            removeLeaving();
            removeOrphans();
        } catch (IOException | RuntimeException e) {
            log.error("the storage could not be swept; it is tried again later", e);
        }
    }

    /** The bytes first: a crash in between is repeated, not forgotten. */
    private void removeLeaving() {
        Instant before = clock.instant().minus(Deletion.WINDOW).minus(GRACE);
        List<UUID> gone = new ArrayList<>();
        for (BlobStore.Leaving leaving : overAllPrograms(tx -> blobs.leaving(tx, before, ROWS))) {
            try {
                if (leaving.thumbnailKey() != null) {
                    storage.delete(leaving.thumbnailKey());
                }
                storage.delete(leaving.storageKey());
                gone.add(leaving.id());
            } catch (IOException e) {
                log.warn("the bytes of attachment {} could not be removed: {}", leaving.id(), e.toString());
            }
        }
        if (!gone.isEmpty()) {
            database.writeOnly(tx -> {
                tx.seeEveryProgram();
                blobs.gone(tx, gone);
            });
        }
    }

    private void removeOrphans() throws IOException {
        List<FileStorage.Kept> kept = storage.list(keys.ofInstallation(), looked, KEYS);
        Instant before = clock.instant().minus(ORPHAN_AGE);
        List<String> old = kept.stream()
                .filter(file -> file.since().isBefore(before))
                .map(FileStorage.Kept::key)
                .toList();
        Set<String> known = overAllPrograms(tx -> blobs.known(tx, old));
        for (String key : old) {
            if (!known.contains(key)) {
                storage.delete(key);
                log.info("removed a stored file that belongs to nothing");
            }
        }
        looked = kept.size() < KEYS ? null : kept.getLast().key();
    }

    private <T> T overAllPrograms(Database.Work<T> work) {
        return database.read(tx -> {
            tx.seeEveryProgram();
            return work.run(tx);
        });
    }
}
