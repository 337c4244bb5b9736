package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Person;
import dev.docket.program.FieldDefinition;
import dev.docket.program.FieldType;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is spoken, in REST and in events alike. Clients get neither values of staff-only fields nor a trace of
 * internal comments and attachments in the counts.
 */
@Schema(name = "Request")
public record RequestView(
        UUID id,
        UUID programId,
        int number,

        @Schema(description = "The program's key and the number: OPS-12")
        String key,

        String title,
        String description,
        Priority priority,
        RequestStatus status,

        @Schema(description = "Values by field key; unset ones are absent")
        Map<String, JsonNode> fields,

        @Schema(description = "For each checklist, by field key, how many of its items are checked")
        Map<String, ChecklistProgress> checklists,

        Person creator,
        @Nullable Person assignee,

        @Schema(description = "Clients of the program whom it is shared with")
        List<Person> participants,

        @Nullable LocalDate dueDate,
        @Nullable String rejectionReason,
        int commentCount,
        int attachmentCount,

        @Schema(description = "Grows by one with each change; send it as If-Match with the next")
        long version,

        Instant createdAt,
        Instant updatedAt) {

    public static RequestView of(ProgramAccess access, Request request) {
        return access.viewer().isClient() ? forClients(access.program(), request) : forStaff(access.program(), request);
    }

    public static RequestView forStaff(Program program, Request request) {
        Request.Counts counts = request.counts();
        return of(
                program,
                request,
                fields(program, true),
                counts.comments() + counts.internalComments(),
                counts.attachments() + counts.internalAttachments());
    }

    public static RequestView forClients(Program program, Request request) {
        Request.Counts counts = request.counts();
        return of(program, request, fields(program, false), counts.comments(), counts.attachments());
    }

    private static RequestView of(
            Program program, Request request, List<FieldDefinition> fields, int comments, int attachments) {
        return new RequestView(
                request.id(),
                request.programId(),
                request.number(),
                program.requestKey(request.number()),
                request.title(),
                request.description(),
                request.priority(),
                request.status(),
                values(fields, request),
                checklists(fields, request),
                request.creator(),
                request.assignee(),
                request.participants(),
                request.dueDate(),
                request.rejectionReason(),
                comments,
                attachments,
                request.version(),
                request.createdAt(),
                request.updatedAt());
    }

    private static List<FieldDefinition> fields(Program program, boolean staff) {
        return staff
                ? program.fields()
                : program.fields().stream().filter(field -> !field.staffOnly()).toList();
    }

    /** In the order of the definitions; what belongs to no present field is not shown. */
    private static Map<String, JsonNode> values(List<FieldDefinition> fields, Request request) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (FieldDefinition field : fields) {
            JsonNode value = FieldValues.shown(field, request.fields());
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        return values;
    }

    private static Map<String, ChecklistProgress> checklists(List<FieldDefinition> fields, Request request) {
        Map<String, ChecklistProgress> checklists = new LinkedHashMap<>();
        for (FieldDefinition field : fields) {
            if (field.type() == FieldType.CHECKLIST) {
                checklists.put(field.key(), ChecklistProgress.of(field, request));
            }
        }
        return checklists;
    }
}
