package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Given;
import dev.docket.common.Text;
import dev.docket.common.Violations;
import dev.docket.program.FieldDefinition.Visibility;
import dev.docket.program.ProgramAccess;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies that templates are written with. */
public final class TemplateInput {
    private TemplateInput() {}

    /** A new template. Everybody who may file requests can use it, unless it says otherwise. */
    @Schema(name = "NewTemplate")
    public record New(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Size(min = 1, max = Template.MAX_NAME) @Nullable
            String name,

            @Nullable Visibility visibility,

            @Schema(description = "3..200 characters, or none: then the author writes one")
            @Size(max = RequestContent.MAX_TITLE)
            @Nullable
            String title,

            @Size(max = RequestContent.MAX_DESCRIPTION) @Nullable
            String description,

            @Nullable Priority priority,

            @Schema(description = "Values by field key") @Nullable
            Map<String, JsonNode> fields) {
        Edit asEdit() {
            return new Edit(
                    Given.of(name),
                    visibility == null ? Given.absent() : Given.of(visibility),
                    title == null ? Given.absent() : Given.of(title),
                    description == null ? Given.absent() : Given.of(description),
                    priority == null ? Given.absent() : Given.of(priority),
                    fields);
        }
    }

    /** A partial change: what is not named stays, also among {@code fields}; null there takes a value away. */
    @Schema(name = "TemplateEdit")
    record Edit(
            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    minLength = 1,
                    maxLength = Template.MAX_NAME)
            Given<String> name,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Visibility.class)
            Given<Visibility> visibility,

            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    maxLength = RequestContent.MAX_TITLE)
            Given<String> title,

            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    maxLength = RequestContent.MAX_DESCRIPTION)
            Given<String> description,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Priority.class)
            Given<Priority> priority,

            @Nullable Map<String, JsonNode> fields) {}

    /** What a template says of itself and of requests. */
    record Settings(String name, Visibility visibility, RequestContent content) {
        static final Settings NOTHING = new Settings("", Visibility.EVERYONE, RequestContent.EMPTY);

        /** @throws dev.docket.common.Problem 400 that lists what is wrong */
        Settings with(ProgramAccess access, Edit edit) {
            Violations violations = new Violations();
            String newName = edit.name().named()
                    ? Text.line(violations, "name", edit.name().value(), 1, Template.MAX_NAME)
                    : name;
            Visibility newVisibility = edit.visibility().orElse(violations, "visibility", visibility);
            String title = edit.title().named() ? title(violations, edit.title().value()) : content.title();
            violations.orThrow();
            RequestContent rest = content.with(
                    access,
                    new RequestInput.Edit(
                            Given.absent(), edit.description(), edit.priority(), Given.absent(), edit.fields(), null),
                    FieldFiles.Lookup.NONE);
            return new Settings(
                    newName,
                    newVisibility,
                    new RequestContent(title, rest.description(), rest.priority(), null, rest.fields()));
        }

        private static String title(Violations violations, @Nullable String text) {
            return text == null || text.isBlank()
                    ? ""
                    : Text.line(violations, "title", text, RequestContent.MIN_TITLE, RequestContent.MAX_TITLE);
        }
    }
}
