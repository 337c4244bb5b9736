package dev.docket.program;

import dev.docket.journal.Change;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes down changes of what belongs to a program and is kept by other packages, such as its templates. */
@Singleton
public final class ProgramChanges {
    private final ProgramStore store;
    private final ProgramJournal records;

    ProgramChanges(ProgramStore store, ProgramJournal records) {
        this.store = store;
        this.records = records;
    }

    /** Staff learn of it. The last statement of the change; the caller holds the program as for counting. */
    public void record(Transaction tx, ProgramAccess access, List<Change> changes) {
        Program before = access.program();
        records.updated(tx, access.viewer().actor(), before, store.raiseVersion(tx, before.id()), changes);
    }
}
