package dev.docket.audit;

import dev.docket.common.Decision;
import dev.docket.identity.Actor;

/** Who may read the audit of the whole installation. */
final class AuditPolicy {
    private AuditPolicy() {}

    static Decision read(Actor actor) {
        return Decision.yesIf(
                actor.isAdmin(),
                "Only an admin can see the audit of the installation. A program's own stands in its activity, for its managers.");
    }
}
