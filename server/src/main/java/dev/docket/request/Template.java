package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Given;
import dev.docket.common.Problem;
import dev.docket.program.FieldDefinition.Visibility;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Viewer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a new request of a program can start with.
 *
 * @param visibility whether clients may use it, too
 * @param content without a due date; an empty title is for the author to fill in
 */
record Template(
        UUID id,
        UUID programId,
        String name,
        Visibility visibility,
        RequestContent content,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static final int MAX_NAME = 100;
    /** In one program. */
    static final int MAX = 100;

    boolean visibleTo(Viewer viewer) {
        return viewer.isStaff() || visibility == Visibility.EVERYONE;
    }

    /**
     * What of it still fits: fields come and go, options too, and clients fill in only what they see. The rest is left
     * out.
     */
    RequestContent usableBy(ProgramAccess access) {
        Map<String, JsonNode> fitting = new LinkedHashMap<>();
        content.fields().forEach((key, value) -> {
            if (fits(access, key, value)) {
                fitting.put(key, value);
            }
        });
        return new RequestContent(content.title(), content.description(), content.priority(), null, fitting);
    }

    /** Keys of the values that {@link #usableBy} leaves out. */
    List<String> outdated(ProgramAccess access) {
        Map<String, JsonNode> usable = usableBy(access).fields();
        return content.fields().keySet().stream()
                .filter(key -> !usable.containsKey(key))
                .sorted()
                .toList();
    }

    private static boolean fits(ProgramAccess access, String key, JsonNode value) {
        try {
            RequestContent.EMPTY.with(access, onlyFields(Map.of(key, value)), FieldFiles.Lookup.NONE);
            return true;
        } catch (Problem _) {
            return false;
        }
    }

    private static RequestInput.Edit onlyFields(Map<String, JsonNode> fields) {
        return new RequestInput.Edit(Given.absent(), Given.absent(), Given.absent(), Given.absent(), fields, null);
    }
}
