package dev.docket.program;

import dev.docket.storage.Transaction;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What programs need to know of their requests; answered by the package that owns the requests. */
public interface RequestFigures {
    /** Active requests per program; programs without any are left out. */
    Map<UUID, ActiveUsage> active(Transaction tx, Collection<UUID> programIds, UUID creatorId);

    /** Whether any request of the program, deleted ones included, holds a value under the key. */
    boolean hasValues(Transaction tx, UUID programId, String fieldKey);
}
