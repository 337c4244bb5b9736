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
        boolean requireCompleteChecklists,
        @Nullable Integer maxActiveRequests,
        @Nullable Integer maxActiveRequestsPerUser,
        TimeWindow window,
        DueRule dueRule,
        @Nullable ComplianceType complianceType) {
    static final int MIN_NAME = 2;
    static final int MAX_NAME = 100;
    static final int MAX_DESCRIPTION = 2_000;
    static final int MAX_LIMIT = 1_000_000;

    /** What a program that does not exist yet is set to. */
    static final ProgramSettings NOTHING = new ProgramSettings(
            "", "", ProgramStatus.ACTIVE, false, false, false, null, null, TimeWindow.ALWAYS, DueRule.NONE, null);

    static ProgramSettings of(Program program) {
        return new ProgramSettings(
                program.name(),
                program.description(),
                program.status(),
                program.allowClientSubmission(),
                program.requireApproval(),
                program.requireCompleteChecklists(),
                program.maxActiveRequests(),
                program.maxActiveRequestsPerUser(),
                program.window(),
                program.dueRule(),
                program.complianceType());
    }

    /** What differs in {@code after}. Limits and the due rule are nothing for clients. */
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
                Change.of(
                        "requireCompleteChecklists",
                        "Only complete checklists are completed",
                        requireCompleteChecklists,
                        after.requireCompleteChecklists),
                Change.ofStaff(
                        "maxActiveRequests", "Active requests at most", maxActiveRequests, after.maxActiveRequests),
                Change.ofStaff(
                        "maxActiveRequestsPerUser",
                        "Active requests per creator at most",
                        maxActiveRequestsPerUser,
                        after.maxActiveRequestsPerUser),
                Change.of("startDate", "Start date", window.start(), after.window.start()),
                Change.of("endDate", "End date", window.end(), after.window.end()),
                Change.of(
                        "timeZone",
                        "Time zone",
                        window.timeZone().getId(),
                        after.window.timeZone().getId()),
                Change.ofStaff("dueRuleEnabled", "Due rule", dueRule.enabled(), after.dueRule.enabled()),
                Change.ofStaff("dueOffsetDays", "Due after days", dueRule.offsetDays(), after.dueRule.offsetDays()),
                Change.ofStaff("dueDateField", "Due on the date of", dueRule.dateField(), after.dueRule.dateField()),
                Change.of("complianceType", "Compliance", complianceType, after.complianceType)));
        changes.removeIf(change -> Objects.equals(change.before(), change.after()));
        return changes;
    }

    /** What fits together only with the rest. */
    void check(Violations violations, List<FieldDefinition> fields) {
        if (window.start() != null && window.end() != null) {
            violations.addUnless(
                    !window.end().isBefore(window.start()),
                    "endDate",
                    window.end() + " (expected: " + window.start() + " or later, when the program starts)");
        }
        violations.addUnless(
                !dueRule.enabled() || dueRule.offsetDays() != null,
                "dueOffsetDays",
                "missing (expected: 1.." + DueRule.MAX_OFFSET_DAYS + ", for the due rule is enabled)");
        String dateField = dueRule.dateField();
        if (dateField != null) {
            List<String> dates = fields.stream()
                    .filter(field -> field.type() == FieldType.DATE)
                    .map(FieldDefinition::key)
                    .toList();
            violations.addUnless(
                    dates.contains(dateField),
                    "dueDateField",
                    FieldRules.quoted(dateField) + " (expected: a date field of the program: one of " + dates + ")");
        }
    }
}
