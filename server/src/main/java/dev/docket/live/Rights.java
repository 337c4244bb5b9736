package dev.docket.live;

import dev.docket.identity.Actor;
import dev.docket.identity.Role;
import dev.docket.journal.Journal;
import dev.docket.journal.Reader.Sight;
import dev.docket.program.Memberships;
import dev.docket.program.ProgramFields;
import dev.docket.program.ProgramRole;
import dev.docket.program.ProgramSight;
import dev.docket.program.RequestSight;
import dev.docket.program.Viewer;
import dev.docket.storage.Database;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who may see which program and which request, as what, in the database now. */
@Singleton
final class Rights {
    private final Database database;
    private final Memberships memberships;
    private final ProgramFields fields;
    private final RequestSight requests;

    Rights(Database database, Memberships memberships, ProgramFields fields, RequestSight requests) {
        this.database = database;
        this.memberships = memberships;
        this.fields = fields;
        this.requests = requests;
    }

    Map<UUID, Sight> of(Actor actor) {
        return database.read(tx -> memberships.sightsOf(tx, actor.id(), actor.role())).stream()
                .collect(Collectors.toMap(ProgramSight::programId, sight -> sightOf(sight.role())));
    }

    Optional<Sight> in(UUID program, Actor actor) {
        return database.read(tx -> memberships.roleIn(tx, actor.id(), actor.role(), program))
                .map(Rights::sightOf);
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
