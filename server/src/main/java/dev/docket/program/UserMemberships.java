package dev.docket.program;

import dev.docket.common.Decision;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.identity.Users;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The programs of one user, for admins. To change them, there are the members of each program. */
@Singleton
final class UserMemberships {
    private final Database database;
    private final Users users;
    private final UserMembershipStore store;

    UserMemberships(Database database, Users users, UserMembershipStore store) {
        this.database = database;
        this.users = users;
        this.store = store;
    }

    Page<UserMembership> list(Actor actor, UUID userId, Paging paging) {
        mayList(actor).orForbid();
        return database.read(tx -> {
            if (users.find(tx, userId).isEmpty()) {
                throw Problem.notFound("user");
            }
            tx.seeEveryProgram();
            return Page.of(store.list(tx, userId, paging), paging, store.count(tx, userId));
        });
    }

    private static Decision mayList(Actor actor) {
        return Decision.yesIf(actor.isAdmin(), "Only an admin can see the memberships of a user.");
    }
}
