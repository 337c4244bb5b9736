package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is stored.
 *
 * @param number unique in the program; with the program's key it makes the key that people say ({@code OPS-12})
 * @param fields values by field key, also of fields that were removed since
 * @param creatorIsClient whether the creator sees the client presentation
 * @param participants clients whom it is shared with; they see it once it is no draft
 * @param version grows by one with each change; comments and attachments do not raise it
 */
public record Request(
        UUID id,
        UUID programId,
        int number,
        String title,
        String description,
        Priority priority,
        RequestStatus status,
        Map<String, JsonNode> fields,
        Person creator,
        boolean creatorIsClient,
        @Nullable Person assignee,
        List<Person> participants,
        @Nullable LocalDate dueDate,
        @Nullable String rejectionReason,
        Counts counts,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** How much hangs on a request: what everybody sees, and what only staff see on top. */
    public record Counts(int comments, int internalComments, int attachments, int internalAttachments) {}

    public boolean isCreatedBy(UUID userId) {
        return creator.id().equals(userId);
    }

    public boolean isSharedWith(UUID userId) {
        return participants.stream().anyMatch(participant -> participant.id().equals(userId));
    }

    public boolean isAssignedTo(UUID userId) {
        return assignee != null && assignee.id().equals(userId);
    }

    Request edited(RequestContent content, Instant at) {
        return next(content, status, assignee, rejectionReason, at);
    }

    Request movedTo(RequestStatus step, @Nullable String reason, Instant at) {
        return next(RequestContent.of(this), step, assignee, reason, at);
    }

    Request assignedTo(@Nullable Person person, Instant at) {
        return next(RequestContent.of(this), status, person, rejectionReason, at);
    }

    private Request next(
            RequestContent content,
            RequestStatus nextStatus,
            @Nullable Person nextAssignee,
            @Nullable String reason,
            Instant at) {
        return new Request(
                id,
                programId,
                number,
                content.title(),
                content.description(),
                content.priority(),
                nextStatus,
                content.fields(),
                creator,
                creatorIsClient,
                nextAssignee,
                participants,
                content.dueDate(),
                reason,
                counts,
                version + 1,
                createdAt,
                at);
    }
}
