package dev.docket.program;

import dev.docket.storage.Transaction;
import java.util.UUID;

/** Who may see a request; answered by the package that owns the requests. */
public interface RequestSight {
    /** Whether the program has such a request and the viewer may see it. */
    boolean sees(Transaction tx, UUID programId, Viewer viewer, UUID requestId);
}
