package dev.docket.identity;

import dev.docket.common.Decision;
import dev.docket.common.Ids;
import dev.docket.common.Json;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Person;
import dev.docket.common.Problem;
import dev.docket.journal.Audience;
import dev.docket.journal.Change;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Users: who there is, and the verbs that change it. Each change is an entry of the journal's system stream. */
@Singleton
public final class Users {
    private final Database database;
    private final UserStore store;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final Journal journal;
    private final Clock clock;

    Users(
            Database database,
            UserStore store,
            SessionStore sessions,
            Passwords passwords,
            Journal journal,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.sessions = sessions;
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

    /** @param text a part of name or e-mail address; empty: everybody */
    Page<User> list(Actor actor, String text, Paging paging) {
        return database.read(tx -> {
            UserPolicy.list(actor.role(), store.managesSomewhere(tx, actor.id()))
                    .orForbid();
            return Page.of(store.search(tx, text, paging), paging, store.count(tx, text));
        });
    }

    public User create(Actor actor, NewUser input) {
        UserPolicy.manage(actor.role()).orForbid();
        // Slow on purpose, so before the transaction.
        String passwordHash = passwords.hash(input.password());
        User user = newUser(input.email(), input.firstName(), input.lastName(), input.role());
        return database.write(tx -> insert(tx, user, passwordHash, actor.person()));
    }

    User update(Actor actor, UUID id, UserChanges input) {
        UserPolicy.manage(actor.role()).orForbid();
        return database.write(tx -> {
            User before = store.findForUpdate(tx, id).orElseThrow(() -> Problem.notFound("user"));
            User after = input.appliedTo(before);
            if (after.equals(before)) {
                return before;
            }
            orConflict(UserPolicy.keepAnAdmin(before, after, store.countOtherActiveAdmins(tx, id))
                    .and(UserPolicy.changeRole(before, after, store.isMemberSomewhere(tx, id))));
            store.update(tx, after);
            if (!after.active()) {
                sessions.endAllOf(tx, id, "deactivated", clock.instant());
            }
            append(tx, EventType.USER_UPDATED, after, actor.person(), changes(before, after));
            return after;
        });
    }

    /** For {@link FirstAdmin}, who is nobody's guest. */
    User createFirst(Transaction tx, String email, String password) {
        User user = newUser(email, "Docket", "Admin", Role.ADMIN);
        return insert(tx, user, passwords.hash(password), user.person());
    }

    private User newUser(String email, String firstName, String lastName, Role role) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new User(Ids.next(), email, firstName, lastName, role, true, now);
    }

    private User insert(Transaction tx, User user, String passwordHash, Person by) {
        if (!store.insert(tx, user, passwordHash)) {
            throw Problem.conflict("The e-mail address " + user.email() + " belongs to another user.");
        }
        append(tx, EventType.USER_CREATED, user, by, changes(null, user));
        return user;
    }

    private void append(Transaction tx, EventType event, User user, Person by, List<Change> changes) {
        journal.append(
                tx,
                new NewEntry(
                        Journal.SYSTEM,
                        event,
                        null,
                        null,
                        user.id(),
                        by.id(),
                        by.name(),
                        Audience.nobody(),
                        changes,
                        Json.tree(Map.of("user", user)),
                        null));
    }

    private static List<Change> changes(@Nullable User before, User after) {
        List<Change> all = new ArrayList<>();
        all.add(Change.of("email", "E-mail", before == null ? null : before.email(), after.email()));
        all.add(Change.of("firstName", "First name", before == null ? null : before.firstName(), after.firstName()));
        all.add(Change.of("lastName", "Last name", before == null ? null : before.lastName(), after.lastName()));
        all.add(Change.of("role", "Role", before == null ? null : before.role(), after.role()));
        all.add(Change.of("active", "Active", before == null ? null : before.active(), after.active()));
        all.removeIf(change -> change.before().equals(change.after()));
        return all;
    }

    private static void orConflict(Decision decision) {
        if (decision.refusal() != null) {
            throw Problem.conflict(decision.refusal());
        }
    }
}
