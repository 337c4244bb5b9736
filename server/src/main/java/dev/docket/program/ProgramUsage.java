package dev.docket.program;

import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import dev.docket.program.Utilisation.Gauge;
import dev.docket.program.Utilisation.UserGauge;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tells how far limits are used, before one is hit. */
@Singleton
final class ProgramUsage {
    private final Database database;
    private final Programs programs;
    private final RequestFigures figures;

    ProgramUsage(Database database, Programs programs, RequestFigures figures) {
        this.database = database;
        this.programs = programs;
        this.figures = figures;
    }

    /** @param paging of the users */
    Utilisation of(Actor actor, UUID programId, Paging paging) {
        return database.read(tx -> {
            ProgramAccess access = programs.access(tx, actor, programId);
            Program program = access.program();
            ActiveUsage usage =
                    figures.active(tx, List.of(programId), actor.id()).getOrDefault(programId, ActiveUsage.NONE);
            Gauge own = Gauge.of(usage.creator(), program.maxActiveRequestsPerUser());
            return access.viewer().isStaff()
                    ? new Utilisation(
                            Gauge.of(usage.program(), program.maxActiveRequests()), own, users(tx, program, paging))
                    : new Utilisation(null, own, null);
        });
    }

    private Page<UserGauge> users(Transaction tx, Program program, Paging paging) {
        List<UserGauge> users = figures.activeCreators(tx, program.id(), paging).stream()
                .map(usage ->
                        new UserGauge(usage.creator(), Gauge.of(usage.active(), program.maxActiveRequestsPerUser())))
                .toList();
        return Page.of(users, paging, figures.countActiveCreators(tx, program.id()));
    }
}
