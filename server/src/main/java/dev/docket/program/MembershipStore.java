package dev.docket.program;

import dev.docket.identity.Role;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The memberships' table, with the users' names and roles. */
@Singleton
final class MembershipStore {
    List<ProgramSight> sights(Transaction tx, UUID userId) {
        return tx.handle()
                .createQuery("SELECT program_id, role FROM membership WHERE user_id = :user")
                .bind("user", userId)
                .map((rows, _) ->
                        new ProgramSight(rows.getObject(1, UUID.class), ProgramRole.ofName(rows.getString(2))))
                .list();
    }

    List<ProgramSight> allAsManager(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT id FROM program")
                .map((rows, _) -> new ProgramSight(rows.getObject(1, UUID.class), ProgramRole.MANAGER))
                .list();
    }

    Optional<ProgramRole> role(Transaction tx, UUID programId, UUID userId) {
        return tx.handle()
                .createQuery("SELECT role FROM membership WHERE program_id = :program AND user_id = :user")
                .bind("program", programId)
                .bind("user", userId)
                .map((rows, _) -> ProgramRole.ofName(rows.getString(1)))
                .findOne();
    }

    boolean programExists(Transaction tx, UUID programId) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT 1 FROM program WHERE id = :program)")
                .bind("program", programId)
                .mapTo(Boolean.class)
                .one();
    }

    /** The members, or one of them if {@code userId} is given, by name. */
    List<Member> members(Transaction tx, UUID programId) {
        return tx.handle()
                .createQuery(SELECT_MEMBER + " WHERE m.program_id = :program ORDER BY name, u.id")
                .bind("program", programId)
                .map((rows, _) -> member(rows))
                .list();
    }

    Optional<Member> member(Transaction tx, UUID programId, UUID userId) {
        return tx.handle()
                .createQuery(SELECT_MEMBER + " WHERE m.program_id = :program AND m.user_id = :user")
                .bind("program", programId)
                .bind("user", userId)
                .map((rows, _) -> member(rows))
                .findOne();
    }

    private static final String SELECT_MEMBER = """
            SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email, u.role AS global_role, u.active,
                   m.role, m.added_at
            FROM membership m JOIN app_user u ON u.id = m.user_id
            """;

    private static Member member(java.sql.ResultSet rows) throws java.sql.SQLException {
        return new Member(
                new dev.docket.common.Person(rows.getObject("id", UUID.class), rows.getString("name")),
                rows.getString("email"),
                ProgramRole.ofName(rows.getString("role")),
                Role.ofName(rows.getString("global_role")),
                rows.getBoolean("active"),
                rows.getTimestamp("added_at").toInstant());
    }
}
