package dev.docket.program;

import dev.docket.common.Problem;
import dev.docket.common.Settings;
import dev.docket.identity.Actor;
import dev.docket.journal.Change;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many bytes of files a program may store. It guards the operator's disk, so managers don't set it. */
@Singleton
public final class StorageQuotas {
    private static final long MAX = 1L << 50;

    private final Database database;
    private final Programs programs;
    private final ProgramStore store;
    private final StorageQuotaStore quotas;
    private final ProgramJournal records;
    private final long usual;

    StorageQuotas(
            Database database,
            Programs programs,
            ProgramStore store,
            StorageQuotaStore quotas,
            ProgramJournal records,
            Settings settings) {
        this.database = database;
        this.programs = programs;
        this.store = store;
        this.quotas = quotas;
        this.records = records;
        this.usual = settings.files().programQuota();
    }

    public long of(Transaction tx, ProgramAccess access) {
        return quotas.find(tx, access.program().id()).orElse(usual);
    }

    /** @param bytes null: as much as the operator's settings say */
    public void set(Actor actor, UUID programId, @Nullable Long bytes) {
        if (bytes != null && (bytes < 1 || bytes > MAX)) {
            throw Problem.invalid("quotaBytes", bytes + " (expected: 1.." + MAX + ", or null)");
        }
        database.writeOnly(tx -> {
            ProgramAccess access = programs.accessForSettings(tx, actor, programId);
            ProgramPolicy.maySetQuota(access).orForbid();
            Long before = quotas.find(tx, programId).orElse(null);
            if (Objects.equals(before, bytes)) {
                return;
            }
            quotas.update(tx, programId, bytes);
            Program after = store.raiseVersion(tx, programId);
            records.updated(
                    tx,
                    actor,
                    access.program(),
                    after,
                    List.of(Change.ofStaff("storageQuotaBytes", "Bytes of files at most", before, bytes)));
        });
    }
}
