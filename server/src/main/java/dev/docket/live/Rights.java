package dev.docket.live;

import dev.docket.identity.Actor;
import dev.docket.identity.Role;
import dev.docket.identity.Users;
import dev.docket.journal.Journal;
import dev.docket.journal.Reader.Sight;
import dev.docket.program.Memberships;
import dev.docket.program.ProgramFields;
import dev.docket.program.ProgramRole;
import dev.docket.program.ProgramSight;
import dev.docket.program.RequestSight;
import dev.docket.program.Viewer;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may see which program and which request, as what, in the database now. The system stream is seen like a program: by
 * admins, as managers of it.
 */
@Singleton
final class Rights {
    private final Database database;
    private final Memberships memberships;
    private final ProgramFields fields;
    private final RequestSight requests;
    private final Users users;

    Rights(Database database, Memberships memberships, ProgramFields fields, RequestSight requests, Users users) {
        this.database = database;
        this.memberships = memberships;
        this.fields = fields;
        this.requests = requests;
        this.users = users;
    }

    Map<UUID, Sight> of(Actor actor) {
        return database.read(tx -> {
            Map<UUID, Sight> sights = new HashMap<>();
            inSystem(tx, actor).ifPresent(sight -> sights.put(Journal.SYSTEM, sight));
            for (ProgramSight sight : memberships.sightsOf(tx, actor.id(), actor.role())) {
                sights.put(sight.programId(), sightOf(sight.role()));
            }
            return sights;
        });
    }

    Optional<Sight> in(UUID stream, Actor actor) {
        return database.read(tx -> stream.equals(Journal.SYSTEM)
                ? inSystem(tx, actor)
                : memberships.roleIn(tx, actor.id(), actor.role(), stream).map(Rights::sightOf));
    }

    /** Who was an admin when the connection began is asked again whether that is so still. */
    private Optional<Sight> inSystem(Transaction tx, Actor actor) {
        return actor.isAdmin()
                ? users.find(tx, actor.id())
                        .filter(user -> user.active() && user.role() == Role.ADMIN)
                        .map(_ -> Sight.MANAGER)
                : Optional.empty();
    }

    /** The entry before which nothing may be replayed to clients: a field that they saw then is hidden from them since. */
    long clientsReplayFrom(UUID program) {
        return database.read(tx -> fields.clientsReplayFrom(tx, program));
    }

    /** As what somebody sees a request; empty if it does not exist for them. */
    Optional<Sight> at(RequestRef ref, Actor actor) {
        return database.read(tx -> memberships
                .roleIn(tx, actor.id(), actor.role(), ref.program())
                .filter(role -> requests.sees(tx, ref.program(), new Viewer(actor, role), ref.request()))
                .map(Rights::sightOf));
    }

    List<UUID> allPrograms() {
        return database.read(tx -> memberships.sightsOf(tx, Journal.SYSTEM, Role.ADMIN)).stream()
                .map(ProgramSight::programId)
                .toList();
    }

    private static Sight sightOf(ProgramRole role) {
        return switch (role) {
            case MANAGER -> Sight.MANAGER;
            case TEAM_MEMBER -> Sight.TEAM_MEMBER;
            case CLIENT -> Sight.CLIENT;
        };
    }
}
