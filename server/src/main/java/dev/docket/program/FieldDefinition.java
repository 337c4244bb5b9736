package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/**
 * One field that the requests of a program carry.
 *
 * @param key names the value in a request's {@code fields}; never changes
 * @param options what a dropdown offers; empty for every other type
 * @param items what a checklist consists of, in order; empty for every other type
 * @param position from 0, in the order that forms and columns show
 */
@Schema(name = "FieldDefinition")
public record FieldDefinition(
        UUID id,
        String key,
        String label,
        FieldType type,
        boolean required,
        List<String> options,
        List<ChecklistItem> items,
        String placeholder,
        Visibility visibility,
        int position) {

    /** Who sees the field and its values. */
    public enum Visibility {
        @JsonProperty("everyone")
        EVERYONE,
        @JsonProperty("staff")
        STAFF
    }

    /** What a value may be chosen from: the options of a dropdown, the keys of a checklist's items. */
    public List<String> choices() {
        return type == FieldType.CHECKLIST
                ? items.stream().map(ChecklistItem::key).toList()
                : options;
    }

    public boolean staffOnly() {
        return visibility == Visibility.STAFF;
    }

    public boolean visibleTo(Viewer viewer) {
        return viewer.isStaff() || !staffOnly();
    }
}
