package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Given;
import dev.docket.program.FieldType;
import dev.docket.program.Program;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies that requests are written with. {@code version}: the one that the author had seen. */
public final class RequestInput {
    private RequestInput() {}

    /** A new request, as a draft. What is given goes before what the template has. */
    @Schema(name = "NewRequest")
    public record New(
            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, description = "Needed unless the template has one")
            @Size(min = RequestContent.MIN_TITLE, max = RequestContent.MAX_TITLE)
            @Nullable
            String title,

            @Size(max = RequestContent.MAX_DESCRIPTION) @Nullable
            String description,

            @Nullable Priority priority,
            @Schema(format = "date") @Nullable String dueDate,

            @Schema(description = "Values by field key") @Nullable
            Map<String, JsonNode> fields,

            @Schema(description = "Of a template of the program that you may use") @Nullable
            UUID templateId) {}

    /** A partial change: what is not named stays, also among {@code fields}; null there takes a value away. */
    @Schema(name = "RequestEdit")
    public record Edit(
            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    minLength = RequestContent.MIN_TITLE,
                    maxLength = RequestContent.MAX_TITLE)
            Given<String> title,

            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    maxLength = RequestContent.MAX_DESCRIPTION)
            Given<String> description,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Priority.class)
            Given<Priority> priority,

            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    format = "date",
                    nullable = true)
            Given<String> dueDate,

            @Nullable Map<String, JsonNode> fields,
            @Nullable Long version) {

        /** Whether it names nothing but checklists. */
        boolean checksItemsOnly(Program program) {
            return !title.named()
                    && !description.named()
                    && !priority.named()
                    && !dueDate.named()
                    && fields != null
                    && !fields.isEmpty()
                    && fields.keySet().stream()
                            .allMatch(key -> program.field(key)
                                    .filter(field -> field.type() == FieldType.CHECKLIST)
                                    .isPresent());
        }
    }

    /** A step of the life cycle. */
    @Schema(name = "Step")
    public record Step(@Nullable Long version) {}

    /** Why a request is rejected. */
    @Schema(name = "Rejection")
    public record Rejection(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Size(min = 1, max = RequestSteps.MAX_REASON) @Nullable
            String reason,

            @Nullable Long version) {}

    /** Who shall do it; null: nobody. */
    @Schema(name = "Assignment")
    public record Assignment(
            @Schema(requiredMode = RequiredMode.REQUIRED, implementation = UUID.class, nullable = true)
            Given<UUID> userId,

            @Nullable Long version) {}
}
