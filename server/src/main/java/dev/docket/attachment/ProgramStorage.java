package dev.docket.attachment;

import dev.docket.common.Decision;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.program.StorageQuotas;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How much a program stores, and may store. Thumbnails are not counted; they are small, and ours. */
@Singleton
final class ProgramStorage {
    private final Database database;
    private final Programs programs;
    private final StorageQuotas quotas;
    private final BlobStore blobs;

    ProgramStorage(Database database, Programs programs, StorageQuotas quotas, BlobStore blobs) {
        this.database = database;
        this.programs = programs;
        this.quotas = quotas;
        this.blobs = blobs;
    }

    @Schema(name = "StorageUsage")
    record Usage(
            @Schema(description = "Deleted files count until they can't be restored any more")
            long usedBytes,

            long quotaBytes,
            int files) {}

    /** For staff; limits and their usage are nothing for clients. */
    Usage of(Actor actor, UUID programId) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Decision.yesIf(access.viewer().isStaff(), "Only staff of the program can see how much it stores.")
                    .orForbid();
            BlobStore.Usage used = blobs.usage(tx, programId);
            return new Usage(used.bytes(), quotas.of(tx, access), used.files());
        });
    }

    /**
     * Reliable only for who came through {@link Programs#accessForCounting}; a guess for others.
     *
     * @throws Problem 413 if the quota leaves less room
     */
    void refuseUnlessRoomFor(Transaction tx, ProgramAccess access, long size) {
        long quota = quotas.of(tx, access);
        long used = blobs.usage(tx, access.program().id()).bytes();
        if (used + size > quota) {
            throw Problem.quotaReached(
                    quota,
                    used,
                    size,
                    "The program stores " + used + " bytes (expected: at most " + quota
                            + " with this file). Delete files,"
                            + " which count until they can't be restored any more, or ask an admin for more room.");
        }
    }
}
