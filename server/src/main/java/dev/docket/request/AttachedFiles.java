package dev.docket.request;

import dev.docket.storage.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What requests need to know of the files on them; answered by the package that owns the files. */
public interface AttachedFiles {
    /** A file on a request. {@code internal}: seen by staff only. */
    record AttachedFile(UUID id, boolean internal) {}

    /** Those of the files that are on this request and not deleted. */
    List<AttachedFile> find(Transaction tx, UUID programId, UUID requestId, Collection<UUID> ids);
}
