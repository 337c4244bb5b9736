package dev.docket.request;

import dev.docket.identity.Actor;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Programs;
import dev.docket.request.DashboardStore.Section;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What concerns one user in all active programs: five statements, however many programs there are. */
@Singleton
final class Dashboard {
    private static final int SHOWN = 10;

    private final Database database;
    private final Programs programs;
    private final DashboardStore store;
    private final Clock clock;

    Dashboard(Database database, Programs programs, DashboardStore store, Clock clock) {
        this.database = database;
        this.programs = programs;
        this.store = store;
        this.clock = clock;
    }

    /** {@code more}: whether there are others beyond these ten. */
    @Schema(name = "DashboardList")
    record Part(List<RequestView> data, boolean more) {}

    @Schema(name = "Dashboard")
    record View(
            @Schema(description = "Not completed, and filed by or assigned to you; what is due first comes first")
            Part mine,

            @Schema(description = "Submitted or in review where you are a manager; the longest waiting first")
            Part toReview,

            @Schema(description = "Active and past their due date (today in UTC): managers' all, otherwise yours")
            Part overdue,

            @Schema(description = "Whatever you may see, latest change first")
            Part recentlyChanged) {}

    View of(Actor actor) {
        return database.read(tx -> {
            tx.seeEveryProgram();
            Map<Section, List<Request>> found = found(tx, actor);
            Map<UUID, ProgramAccess> accesses = programs.accesses(
                    tx,
                    actor,
                    found.values().stream()
                            .flatMap(List::stream)
                            .map(Request::programId)
                            .distinct()
                            .toList());
            return new View(
                    part(found, Section.MINE, accesses),
                    part(found, Section.TO_REVIEW, accesses),
                    part(found, Section.OVERDUE, accesses),
                    part(found, Section.RECENTLY_CHANGED, accesses));
        });
    }

    private Map<Section, List<Request>> found(Transaction tx, Actor actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<Section, List<Request>> found = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            found.put(section, store.list(tx, actor, section, today, SHOWN + 1));
        }
        return found;
    }

    /** Each statement sees the rights of its own moment: what the last one does not admit is left out. */
    private static Part part(Map<Section, List<Request>> found, Section section, Map<UUID, ProgramAccess> accesses) {
        List<Request> requests = found.getOrDefault(section, List.of());
        List<RequestView> shown = requests.stream()
                .limit(SHOWN)
                .filter(request -> accesses.containsKey(request.programId()))
                .filter(request -> RequestPolicy.sees(access(accesses, request).viewer(), request))
                .map(request -> RequestView.of(access(accesses, request), request))
                .toList();
        return new Part(shown, requests.size() > SHOWN);
    }

    private static ProgramAccess access(Map<UUID, ProgramAccess> accesses, Request request) {
        return java.util.Objects.requireNonNull(accesses.get(request.programId()));
    }
}
