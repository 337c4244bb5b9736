package dev.docket.program;

import dev.docket.common.Paging;
import dev.docket.program.UserMembership.ProgramReference;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The memberships' table, read by user. */
@Singleton
final class UserMembershipStore {
    /** By the program's name. */
    List<UserMembership> list(Transaction tx, UUID userId, Paging paging) {
        return tx.handle()
                .createQuery("""
                        SELECT p.id, p.key, p.name, p.status, m.role, m.added_at
                        FROM membership m JOIN program p ON p.id = m.program_id
                        WHERE m.user_id = :user
                        ORDER BY p.name, p.id
                        LIMIT :limit OFFSET :offset
                        """)
                .bind("user", userId)
                .bind("limit", paging.limit())
                .bind("offset", paging.offset())
                .map((rows, _) -> new UserMembership(
                        new ProgramReference(
                                rows.getObject("id", UUID.class),
                                rows.getString("key"),
                                rows.getString("name"),
                                ProgramStatus.ofName(rows.getString("status"))),
                        ProgramRole.ofName(rows.getString("role")),
                        rows.getTimestamp("added_at").toInstant()))
                .list();
    }

    long count(Transaction tx, UUID userId) {
        return tx.handle()
                .createQuery("SELECT count(*) FROM membership WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(Long.class)
                .one();
    }
}
