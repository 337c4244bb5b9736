package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.identity.Actor;
import dev.docket.identity.Role;
import dev.docket.program.FieldDefinition.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program for tests of pure rules: active, approval required, clients may file requests, no limits, no fields. */
public final class SampleProgram {
    private final List<FieldDefinition> fields = new ArrayList<>();
    private ProgramStatus status = ProgramStatus.ACTIVE;
    private boolean allowClientSubmission = true;
    private boolean requireApproval = true;
    private @Nullable Integer maxActiveRequests;
    private @Nullable Integer maxActiveRequestsPerUser;
    private boolean requireCompleteChecklists;
    private TimeWindow window = TimeWindow.ALWAYS;

    public static SampleProgram active() {
        return new SampleProgram();
    }

    public SampleProgram archived() {
        status = ProgramStatus.ARCHIVED;
        return this;
    }

    public SampleProgram closedForClients() {
        allowClientSubmission = false;
        return this;
    }

    public SampleProgram withoutApproval() {
        requireApproval = false;
        return this;
    }

    public SampleProgram limits(@Nullable Integer program, @Nullable Integer creator) {
        maxActiveRequests = program;
        maxActiveRequestsPerUser = creator;
        return this;
    }

    public SampleProgram open(@Nullable LocalDate start, @Nullable LocalDate end, String timeZone) {
        window = new TimeWindow(start, end, ZoneId.of(timeZone));
        return this;
    }

    public SampleProgram completeChecklistsOnly() {
        requireCompleteChecklists = true;
        return this;
    }

    /** A checklist has the items helmet and vest. */
    public SampleProgram field(String key, FieldType type, boolean required, Visibility visibility) {
        fields.add(new FieldDefinition(
                Ids.next(),
                key,
                "Label of " + key,
                type,
                required,
                type == FieldType.DROPDOWN ? List.of("red", "green") : List.of(),
                type == FieldType.CHECKLIST
                        ? List.of(new ChecklistItem("helmet", "Helmet"), new ChecklistItem("vest", "Vest"))
                        : List.of(),
                "",
                visibility,
                fields.size()));
        return this;
    }

    public SampleProgram field(String key, FieldType type) {
        return field(key, type, false, Visibility.EVERYONE);
    }

    public Program build() {
        return new Program(
                Ids.next(),
                "OPS",
                "Operations",
                "",
                status,
                allowClientSubmission,
                requireApproval,
                requireCompleteChecklists,
                maxActiveRequests,
                maxActiveRequestsPerUser,
                window,
                DueRule.NONE,
                null,
                List.copyOf(fields),
                1,
                Instant.EPOCH);
    }

    public ProgramAccess seenBy(Viewer viewer) {
        return new ProgramAccess(build(), viewer);
    }

    public static Viewer viewer(ProgramRole role) {
        return viewer(role, Ids.next());
    }

    public static Viewer viewer(ProgramRole role, UUID id) {
        Role global = switch (role) {
            case MANAGER -> Role.MANAGER;
            case TEAM_MEMBER -> Role.TEAM_MEMBER;
            case CLIENT -> Role.CLIENT;
        };
        return new Viewer(new Actor(id, "Sam Sample", global, Ids.next(), Instant.MAX), role);
    }
}
