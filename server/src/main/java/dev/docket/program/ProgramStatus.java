package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** An archived program can only be read, on every path. */
public enum ProgramStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("archived")
    ARCHIVED;

    static ProgramStatus ofName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
