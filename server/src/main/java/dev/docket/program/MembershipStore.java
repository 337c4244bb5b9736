package dev.docket.program;

import dev.docket.common.Person;
import dev.docket.identity.Role;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The memberships' table, with the users' names and roles. */
@Singleton
final class MembershipStore {
    private static final String SELECT_MEMBERS = """
            SELECT u.id, u.first_name || ' ' || u.last_name AS name, u.email, u.role AS global_role, u.active,
                   m.role, m.added_at
            FROM membership m JOIN app_user u ON u.id = m.user_id
            WHERE m.program_id = :program
            """;

    /** Somebody who could become a member. */
    record Candidate(UUID id, String name, Role globalRole, boolean active) {}

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

    /** By name. */
    List<Member> members(Transaction tx, UUID programId) {
        return tx.handle()
                .createQuery(SELECT_MEMBERS + "ORDER BY name, u.id")
                .bind("program", programId)
                .map((rows, _) -> member(rows))
                .list();
    }

    Optional<Member> member(Transaction tx, UUID programId, UUID userId) {
        return tx.handle()
                .createQuery(SELECT_MEMBERS + "AND m.user_id = :user")
                .bind("program", programId)
                .bind("user", userId)
                .map((rows, _) -> member(rows))
                .findOne();
    }

    /** A user who is being deactivated is waited for, and answered as they are then. */
    Optional<Member> lockMember(Transaction tx, UUID programId, UUID userId) {
        return tx.handle()
                .createQuery(SELECT_MEMBERS + "AND m.user_id = :user FOR SHARE")
                .bind("program", programId)
                .bind("user", userId)
                .map((rows, _) -> member(rows))
                .findOne();
    }

    Set<UUID> clients(Transaction tx, UUID programId) {
        return tx
                .handle()
                .createQuery("SELECT user_id FROM membership WHERE program_id = :program AND role = 'client'")
                .bind("program", programId)
                .mapTo(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    boolean hasOtherManager(Transaction tx, UUID programId, UUID userId) {
        return tx.handle()
                .createQuery("""
                        SELECT EXISTS (
                            SELECT 1 FROM membership m JOIN app_user u ON u.id = m.user_id
                            WHERE m.program_id = :program AND m.user_id <> :user AND m.role = 'manager' AND u.active)
                        """)
                .bind("program", programId)
                .bind("user", userId)
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Candidate> candidate(Transaction tx, UUID userId) {
        return tx.handle()
                .createQuery("SELECT id, first_name || ' ' || last_name, role, active FROM app_user WHERE id = :id")
                .bind("id", userId)
                .map((rows, _) -> new Candidate(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        Role.ofName(rows.getString(3)),
                        rows.getBoolean(4)))
                .findOne();
    }

    void insert(Transaction tx, UUID programId, UUID userId, ProgramRole role, Instant now) {
        tx.handle()
                .execute(
                        "INSERT INTO membership (program_id, user_id, role, added_at) VALUES (?, ?, ?, ?)",
                        programId,
                        userId,
                        role.wireName(),
                        now);
    }

    void update(Transaction tx, UUID programId, UUID userId, ProgramRole role) {
        tx.handle()
                .execute(
                        "UPDATE membership SET role = ? WHERE program_id = ? AND user_id = ?",
                        role.wireName(),
                        programId,
                        userId);
    }

    void delete(Transaction tx, UUID programId, UUID userId) {
        tx.handle().execute("DELETE FROM membership WHERE program_id = ? AND user_id = ?", programId, userId);
    }

    private static Member member(ResultSet rows) throws SQLException {
        return new Member(
                new Person(rows.getObject("id", UUID.class), rows.getString("name")),
                rows.getString("email"),
                ProgramRole.ofName(rows.getString("role")),
                Role.ofName(rows.getString("global_role")),
                rows.getBoolean("active"),
                rows.getTimestamp("added_at").toInstant());
    }
}
