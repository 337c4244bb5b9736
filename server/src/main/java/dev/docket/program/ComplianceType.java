package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the requests of a program have to comply with. */
public enum ComplianceType {
    @JsonProperty("hssp")
    HSSP;

    static @Nullable ComplianceType ofName(@Nullable String name) {
        return name == null ? null : valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
