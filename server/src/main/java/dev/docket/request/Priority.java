package dev.docket.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How urgent a request is, in ascending order. */
public enum Priority {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("urgent")
    URGENT;

    static Priority ofName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
