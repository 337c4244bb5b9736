package dev.docket.program;

import dev.docket.common.Problem;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Keeps values that requests hold from being taken for something else, when a field changes or its key comes back. */
@Singleton
final class StoredValues {
    private final RequestFigures figures;

    StoredValues(RequestFigures figures) {
        this.figures = figures;
    }

    /**
     * Two things need a field without values: another type, and showing clients files that were put there for staff, for
     * among those may be internal ones.
     *
     * @throws Problem 409 that says how many requests hold values
     */
    void refuseMisreading(Transaction tx, UUID programId, FieldStore.Removed before, FieldDefinition after) {
        boolean otherType = before.type() != after.type();
        boolean showsFiles = after.type() == FieldType.FILE_UPLOAD && before.staffOnly() && !after.staffOnly();
        if (!otherType && !showsFiles) {
            return;
        }
        int holders = figures.countValues(tx, programId, after.key());
        if (holders == 0) {
            return;
        }
        String held = (holders == 1 ? "1 request holds a value" : holders + " requests hold values") + " of \""
                + after.key() + "\"";
        throw Problem.conflict(
                otherType
                        ? held + " as " + before.type().wireName() + "; the type stays as long as that is so."
                                + " Add a field with another key instead."
                        : held + ", and such files may be internal; the field stays for staff as long as that is so."
                                + " Add a field with another key instead.");
    }
}
