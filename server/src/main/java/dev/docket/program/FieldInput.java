package dev.docket.program;

import dev.docket.common.Given;
import dev.docket.program.FieldDefinition.Visibility;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program manager says about a field. */
public final class FieldInput {
    private FieldInput() {}

    /** An item of a checklist. {@code key}: made from the label if left out. */
    @Schema(name = "ChecklistItemInput")
    public record Item(
            @Pattern(regexp = FieldRules.KEY) @Nullable String key,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Size(min = 1, max = ChecklistItems.MAX_LABEL) @Nullable
            String label) {}

    /** The whole order: each field of the program once, by id. {@code version}: the program's, as its author had seen it. */
    @Schema(name = "FieldOrder")
    public record Order(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Size(max = FieldRules.MAX_FIELDS) @Nullable
            List<UUID> fieldIds,

            @Nullable Long version) {}

    /** A new one. {@code position}: at the end if left out. */
    @Schema(name = "NewField")
    public record New(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Pattern(regexp = FieldRules.KEY) @Nullable
            String key,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Size(min = 1, max = FieldRules.MAX_LABEL) @Nullable
            String label,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            FieldType type,

            @Nullable Boolean required,
            @Size(max = FieldRules.MAX_OPTIONS) @Nullable List<String> options,
            @Size(max = ChecklistItems.MAX_ITEMS) @Nullable List<Item> items,
            @Size(max = FieldRules.MAX_LABEL) @Nullable String placeholder,
            @Nullable Visibility visibility,
            @Min(0) @Nullable Integer position) {}

    /** A partial change. The key stays for ever; the type while requests hold values; options and items that are null, too. */
    @Schema(name = "FieldEdit")
    public record Edit(
            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    minLength = 1,
                    maxLength = FieldRules.MAX_LABEL)
            Given<String> label,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = FieldType.class)
            Given<FieldType> type,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Boolean.class)
            Given<Boolean> required,

            @Size(max = FieldRules.MAX_OPTIONS) @Nullable List<String> options,
            @Size(max = ChecklistItems.MAX_ITEMS) @Nullable List<Item> items,

            @Schema(
                    requiredMode = RequiredMode.NOT_REQUIRED,
                    implementation = String.class,
                    maxLength = FieldRules.MAX_LABEL)
            Given<String> placeholder,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Visibility.class)
            Given<Visibility> visibility,

            @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Integer.class, minimum = "0")
            Given<Integer> position) {}
}
