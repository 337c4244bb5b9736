package dev.docket.program;

import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers programs together with what the viewer may do there, from the same rules that decide when it is tried. */
@Singleton
final class ProgramDetails {
    private final RequestFigures figures;
    private final Clock clock;

    ProgramDetails(RequestFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    ProgramDetail of(Transaction tx, ProgramAccess access) {
        return of(tx, List.of(access)).getFirst();
    }

    /** All of them as the same viewer sees them. */
    List<ProgramDetail> of(Transaction tx, List<ProgramAccess> programs) {
        if (programs.isEmpty()) {
            return List.of();
        }
        Map<UUID, ActiveUsage> usage = figures.active(
                tx,
                programs.stream().map(access -> access.program().id()).toList(),
                programs.getFirst().viewer().userId());
        return programs.stream()
                .map(access -> ProgramDetail.of(
                        access, usage.getOrDefault(access.program().id(), ActiveUsage.NONE), clock.instant()))
                .toList();
    }
}
