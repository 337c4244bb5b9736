package dev.docket.identity;

import dev.docket.common.Decision;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Users: who there is, and what admins do with them. Each change is an entry of the journal's system stream. */
@Singleton
public final class Users {
    private final Database database;
    private final UserStore store;
    private final UserSearchStore searching;
    private final SessionStore sessions;
    private final PasswordResetStore resets;
    private final Passwords passwords;
    private final UserJournal journal;
    private final Clock clock;

    Users(
            Database database,
            UserStore store,
            UserSearchStore searching,
            SessionStore sessions,
            PasswordResetStore resets,
            Passwords passwords,
            UserJournal journal,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.searching = searching;
        this.sessions = sessions;
        this.resets = resets;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
    }

    public Optional<User> find(Transaction tx, UUID id) {
        return store.find(tx, id);
    }

    /** As {@link #find}, and the user's role and activity stay as they are until the transaction ends. */
    public Optional<User> findUnchanging(Transaction tx, UUID id) {
        return store.findUnchanging(tx, id);
    }

    /** Those of {@code ids} that exist, active or not. */
    public Map<UUID, Person> people(Transaction tx, Collection<UUID> ids) {
        return store.findAll(tx, ids).stream().collect(Collectors.toMap(User::id, User::person));
    }

    /** In whose name an installation is set up. */
    public Optional<User> oldestActiveAdmin(Transaction tx) {
        return store.oldestActiveAdmin(tx);
    }

    Page<User> list(Actor actor, UserFilter filter, Paging paging) {
        return database.read(tx -> {
            seesUsers(tx, actor).orForbid();
            return Page.of(searching.search(tx, filter, paging), paging, searching.count(tx, filter));
        });
    }

    User get(Actor actor, UUID id) {
        return database.read(tx -> {
            seesUsers(tx, actor).orForbid();
            return store.find(tx, id).orElseThrow(() -> Problem.notFound("user"));
        });
    }

    public User create(Actor actor, NewUser input) {
        UserPolicy.manage(actor.role()).orForbid();
        Violations violations = new Violations();
        User user = input.user(violations, clock.instant());
        String password = UserRules.password(violations, "password", input.password());
        violations.orThrow();
        // Slow on purpose, so before the transaction.
        String passwordHash = passwords.hash(password);
        return database.write(tx -> {
            stillAdmin(store.findUnchanging(tx, actor.id()).orElse(null));
            return insert(tx, user, passwordHash, actor.person());
        });
    }

    User update(Actor actor, UUID id, UserChanges input) {
        UserPolicy.manage(actor.role()).orForbid();
        return database.write(tx -> {
            Map<UUID, User> locked = store.lockWithAdmins(tx, List.of(id, actor.id()));
            stillAdmin(locked.get(actor.id()));
            User before = Optional.ofNullable(locked.get(id)).orElseThrow(() -> Problem.notFound("user"));
            Violations violations = new Violations();
            User after = input.appliedTo(before, violations);
            violations.orThrow();
            if (after.equals(before)) {
                return before;
            }
            tx.seeEveryProgram();
            orConflict(UserPolicy.keepAnAdmin(before, after, store.countOtherActiveAdmins(tx, id))
                    .and(UserPolicy.changeRole(before, after, store.isMemberSomewhere(tx, id))));
            store.update(tx, after);
            if (!after.active()) {
                sessions.endAllOf(tx, id, "deactivated", clock.instant());
            }
            if (!after.active() || !after.email().equals(before.email())) {
                // A link that was sent to the former address, or to whom it no longer concerns.
                resets.delete(tx, id);
            }
            journal.updated(tx, before, after, actor.person());
            return after;
        });
    }

    /** For {@link FirstAdmin}, who is nobody's guest. */
    User createFirst(Transaction tx, String email, String password) {
        User user = User.of(email, "Docket", "Admin", Role.ADMIN, clock.instant());
        return insert(tx, user, passwords.hash(password), user.person());
    }

    /** Somebody may have been demoted after the token was checked: whoever passes here is an admin until the commit. */
    static void stillAdmin(@Nullable User actor) {
        if (actor == null || !actor.active()) {
            throw Sessions.inactive();
        }
        UserPolicy.manage(actor.role()).orForbid();
    }

    private Decision seesUsers(Transaction tx, Actor actor) {
        tx.seeEveryProgram();
        return UserPolicy.list(actor.role(), store.managesSomewhere(tx, actor.id()));
    }

    private User insert(Transaction tx, User user, String passwordHash, Person by) {
        if (!store.insert(tx, user, passwordHash)) {
            throw UserStore.emailTaken(user);
        }
        journal.created(tx, user, by);
        return user;
    }

    private static void orConflict(Decision decision) {
        if (decision.refusal() != null) {
            throw Problem.conflict(decision.refusal());
        }
    }
}
