package dev.docket.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.program.FieldDefinition.Visibility;
import dev.docket.program.ProgramAccess;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A template as whoever may use it gets it: only with values that they could fill in themselves today. */
@Schema(name = "Template")
record TemplateView(
        UUID id,
        String name,
        Visibility visibility,

        @Schema(description = "Empty: the author writes one")
        String title,

        String description,
        Priority priority,

        @Schema(description = "Values by field key") Map<String, JsonNode> fields,

        @Schema(description = "For staff: keys of values that fit no field any more and are left out")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<String> outdated,

        long version,
        Instant createdAt,
        Instant updatedAt) {
    static TemplateView of(ProgramAccess access, Template template) {
        RequestContent content = template.usableBy(access);
        return new TemplateView(
                template.id(),
                template.name(),
                template.visibility(),
                content.title(),
                content.description(),
                content.priority(),
                content.fields(),
                access.viewer().isStaff() ? template.outdated(access) : null,
                template.version(),
                template.createdAt(),
                template.updatedAt());
    }
}
