package dev.docket.program;

import dev.docket.identity.Role;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who belongs to which program, and as what. */
@Singleton
public final class Memberships {
    private final MembershipStore store;

    Memberships(MembershipStore store) {
        this.store = store;
    }

    /** All programs that a user may see; an admin: every one. */
    public List<ProgramSight> sightsOf(Transaction tx, UUID userId, Role globalRole) {
        return globalRole == Role.ADMIN ? store.allAsManager(tx) : store.sights(tx, userId);
    }

    /** The role that decides for a user in one program; empty if the user may not see it or it does not exist. */
    public Optional<ProgramRole> roleIn(Transaction tx, UUID userId, Role globalRole, UUID programId) {
        if (globalRole == Role.ADMIN) {
            return store.programExists(tx, programId) ? Optional.of(ProgramRole.MANAGER) : Optional.empty();
        }
        return store.role(tx, programId, userId);
    }

    /** The membership itself, with the user's name; empty if there is none. An admin may have none. */
    public Optional<Member> member(Transaction tx, UUID programId, UUID userId) {
        return store.member(tx, programId, userId);
    }
}
