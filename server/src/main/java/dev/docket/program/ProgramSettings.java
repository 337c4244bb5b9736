package dev.docket.program;

import dev.docket.common.Violations;
import dev.docket.journal.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a program manager sets for a program, fields and members aside. */
record ProgramSettings(
        String name,
        String description,
        ProgramStatus status,
        boolean allowClientSubmission,
        boolean requireApproval,
        @Nullable Integer maxActiveRequests,
        @Nullable Integer maxActiveRequestsPerUser) {
    static final int MIN_NAME = 2;
    static final int MAX_NAME = 100;
    static final int MAX_DESCRIPTION = 2_000;
    static final int MAX_LIMIT = 1_000_000;

    /** What a program that does not exist yet is set to. */
    static final ProgramSettings NOTHING = new ProgramSettings("", "", ProgramStatus.ACTIVE, false, false, null, null);

    static ProgramSettings of(Program program) {
        return new ProgramSettings(
                program.name(),
                program.description(),
                program.status(),
                program.allowClientSubmission(),
                program.requireApproval(),
                program.maxActiveRequests(),
                program.maxActiveRequestsPerUser());
    }

    static @Nullable Integer limit(Violations violations, String path, @Nullable Integer value) {
        if (value != null) {
            violations.addUnless(
                    1 <= value && value <= MAX_LIMIT, path, value + " (expected: 1.." + MAX_LIMIT + ", or null)");
        }
        return value;
    }

    /** What differs in {@code after}. Limits are nothing for clients. */
    List<Change> changesTo(ProgramSettings after) {
        List<Change> changes = new ArrayList<>(List.of(
                Change.of("name", "Name", name, after.name),
                Change.of("description", "Description", description, after.description),
                Change.of("status", "Status", status, after.status),
                Change.of(
                        "allowClientSubmission",
                        "Clients may file requests",
                        allowClientSubmission,
                        after.allowClientSubmission),
                Change.of("requireApproval", "Approval is required", requireApproval, after.requireApproval),
                Change.ofStaff(
                        "maxActiveRequests", "Active requests at most", maxActiveRequests, after.maxActiveRequests),
                Change.ofStaff(
                        "maxActiveRequestsPerUser",
                        "Active requests per creator at most",
                        maxActiveRequestsPerUser,
                        after.maxActiveRequestsPerUser)));
        changes.removeIf(change -> Objects.equals(change.before(), change.after()));
        return changes;
    }
}
