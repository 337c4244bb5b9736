package dev.docket.program;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where requests are filed, with its rules. Its id is also the id of its stream in the journal.
 *
 * @param key what the keys of its requests begin with: {@code OPS} in {@code OPS-12}
 * @param requireCompleteChecklists whether a request can only be completed when every item of every checklist is checked
 * @param maxActiveRequests how many requests may be active at once; none: no limit
 * @param maxActiveRequestsPerUser the same for the requests of one creator
 * @param fields what its requests carry beyond the built-in properties, in order; without removed ones
 */
public record Program(
        UUID id,
        String key,
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
        @Nullable ComplianceType complianceType,
        List<FieldDefinition> fields,
        long version,
        Instant createdAt) {

    public boolean archived() {
        return status == ProgramStatus.ARCHIVED;
    }

    public boolean hasLimits() {
        return maxActiveRequests != null || maxActiveRequestsPerUser != null;
    }

    public Optional<FieldDefinition> field(String fieldKey) {
        return fields.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
    }

    Optional<FieldDefinition> field(UUID fieldId) {
        return fields.stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    public String requestKey(int number) {
        return key + "-" + number;
    }
}
