package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.program.FieldDefinition;
import io.swagger.v3.oas.annotations.media.Schema;

/** How many of a checklist's configured items are checked. */
@Schema(name = "ChecklistProgress")
public record ChecklistProgress(int checked, int total) {
    static ChecklistProgress of(FieldDefinition checklist, Request request) {
        JsonNode value = FieldValues.shown(checklist, request.fields());
        return new ChecklistProgress(
                value == null ? 0 : value.size(), checklist.items().size());
    }

    boolean complete() {
        return checked == total;
    }
}
