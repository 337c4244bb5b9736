package dev.docket.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a request stands. Which steps lead from one to another is said by {@link Transition}. */
public enum RequestStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("in_review")
    IN_REVIEW,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("completed")
    COMPLETED;

    static RequestStatus ofName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in a sentence: {@code The request is in review}. */
    String words() {
        return this == DRAFT ? "a draft" : label();
    }

    String label() {
        return wireName().replace('_', ' ');
    }

    /** Active requests count against a program's limits. */
    boolean isActive() {
        return this == SUBMITTED || this == IN_REVIEW || this == APPROVED;
    }
}
