package dev.docket.program;

import dev.docket.storage.Transaction;
import java.util.UUID;

/** What else ends when somebody leaves a program. Implemented by those who keep it. */
@FunctionalInterface
public interface MembershipEnd {
    /**
     * Called before the membership goes, with the program held, so that nobody else changes anything in it.
     *
     * @param access of who removes the member
     */
    void ending(Transaction tx, ProgramAccess access, UUID userId);
}
