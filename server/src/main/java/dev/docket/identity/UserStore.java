package dev.docket.identity;

import dev.docket.common.Problem;
import dev.docket.storage.Transaction;
import dev.docket.storage.UniqueViolation;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table of users. */
@Singleton
final class UserStore {
    private static final RowMapper<User> USER = (rows, _) -> user(rows);
    private static final RowMapper<Credentials> CREDENTIALS =
            (rows, _) -> new Credentials(user(rows), rows.getString("password_hash"));
    /** Any number that nobody else locks. */
    private static final long FIRST_START_LOCK = 0x646f636b6574L;

    record Credentials(User user, String passwordHash) {}

    /** @return whether the e-mail address was still free */
    boolean insert(Transaction tx, User user, String passwordHash) {
        return tx.handle()
                        .createUpdate("""
                                INSERT INTO app_user (id, email, first_name, last_name, role, active, password_hash, created_at)
                                VALUES (:id, :email, :firstName, :lastName, :role, :active, :passwordHash, :createdAt)
                                ON CONFLICT (email) DO NOTHING
                                """)
                        .bind("id", user.id())
                        .bind("email", user.email())
                        .bind("firstName", user.firstName())
                        .bind("lastName", user.lastName())
                        .bind("role", user.role().wireName())
                        .bind("active", user.active())
                        .bind("passwordHash", passwordHash)
                        .bind("createdAt", user.createdAt())
                        .execute()
                == 1;
    }

    /** @throws Problem 409 if the e-mail address belongs to another user */
    void update(Transaction tx, User user) {
        try {
            tx.handle()
                    .createUpdate("""
                            UPDATE app_user
                            SET email = :email, first_name = :firstName, last_name = :lastName, role = :role, active = :active
                            WHERE id = :id
                            """)
                    .bind("email", user.email())
                    .bind("firstName", user.firstName())
                    .bind("lastName", user.lastName())
                    .bind("role", user.role().wireName())
                    .bind("active", user.active())
                    .bind("id", user.id())
                    .execute();
        } catch (JdbiException e) {
            throw UniqueViolation.constraint(e).isPresent() ? emailTaken(user) : e;
        }
    }

    static Problem emailTaken(User user) {
        return Problem.conflict("The e-mail address " + user.email() + " belongs to another user.");
    }

    void setPassword(Transaction tx, UUID id, String passwordHash) {
        tx.handle().execute("UPDATE app_user SET password_hash = ? WHERE id = ?", passwordHash, id);
    }

    Optional<User> find(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT * FROM app_user WHERE id = :id")
                .bind("id", id)
                .map(USER)
                .findOne();
    }

    /** Nobody changes the user until the transaction ends. */
    Optional<User> findUnchanging(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT * FROM app_user WHERE id = :id FOR SHARE")
                .bind("id", id)
                .map(USER)
                .findOne();
    }

    /** To change something of it that makes nobody an admin or none. */
    Optional<Credentials> lock(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT * FROM app_user WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(CREDENTIALS)
                .findOne();
    }

    /**
     * To change anything of {@code ids}. The active admins are locked too, always in the same order, so that no two can both
     * go as the last, or each send the other away.
     */
    Map<UUID, User> lockWithAdmins(Transaction tx, List<UUID> ids) {
        return tx.handle()
                .createQuery("""
                        SELECT * FROM app_user
                        WHERE id = ANY(:ids) OR (role = 'admin' AND active)
                        ORDER BY id
                        FOR UPDATE
                        """)
                .bindArray("ids", UUID.class, ids)
                .map(USER)
                .collectToMap(User::id, user -> user);
    }

    Optional<Credentials> findCredentials(Transaction tx, String email) {
        return tx.handle()
                .createQuery("SELECT * FROM app_user WHERE email = :email::citext")
                .bind("email", email)
                .map(CREDENTIALS)
                .findOne();
    }

    Optional<Credentials> findCredentials(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT * FROM app_user WHERE id = :id")
                .bind("id", id)
                .map(CREDENTIALS)
                .findOne();
    }

    List<User> findAll(Transaction tx, Collection<UUID> ids) {
        return tx.handle()
                .createQuery("SELECT * FROM app_user WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map(USER)
                .list();
    }

    Optional<User> oldestActiveAdmin(Transaction tx) {
        return tx.handle()
                .createQuery("SELECT * FROM app_user WHERE role = 'admin' AND active ORDER BY created_at, id LIMIT 1")
                .map(USER)
                .findOne();
    }

    long countOtherActiveAdmins(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT count(*) FROM app_user WHERE role = 'admin' AND active AND id <> :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    boolean isMemberSomewhere(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT FROM membership WHERE user_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    boolean managesSomewhere(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("SELECT EXISTS (SELECT FROM membership WHERE user_id = :id AND role = 'manager')")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /** Two servers that start on one new database: one of them waits here. */
    boolean isEmptyAtFirstStart(Transaction tx) {
        tx.handle().execute("SELECT pg_advisory_xact_lock(?)", FIRST_START_LOCK);
        return tx.handle()
                .createQuery("SELECT NOT EXISTS (SELECT FROM app_user)")
                .mapTo(Boolean.class)
                .one();
    }

    static User user(ResultSet rows) throws SQLException {
        return new User(
                rows.getObject("id", UUID.class),
                rows.getString("email"),
                rows.getString("first_name"),
                rows.getString("last_name"),
                Role.ofName(rows.getString("role")),
                rows.getBoolean("active"),
                rows.getTimestamp("created_at").toInstant());
    }
}
