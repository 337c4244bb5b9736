package dev.docket.program;

import dev.docket.common.Paging;
import dev.docket.storage.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What programs need to know of their requests; answered by the package that owns the requests. */
public interface RequestFigures {
    /** Active requests per program; programs without any are left out. */
    Map<UUID, ActiveUsage> active(Transaction tx, Collection<UUID> programIds, UUID creatorId);

    /** Who has active requests in the program, those with the most first. */
    List<CreatorUsage> activeCreators(Transaction tx, UUID programId, Paging paging);

    long countActiveCreators(Transaction tx, UUID programId);

    /** How many requests of the program, deleted ones included, hold a value under the key. */
    int countValues(Transaction tx, UUID programId, String fieldKey);
}
