package dev.docket.program;

import org.jspecify.annotations.Nullable;

/**
 * When requests of a program are due.
 *
 * @param offsetDays so many days after the submission; set whenever the rule is enabled
 * @param dateField key of the date field whose value, where there is one, counts instead
 */
public record DueRule(
        boolean enabled,
        @Nullable Integer offsetDays,
        @Nullable String dateField) {
    static final int MAX_OFFSET_DAYS = 365;
    static final DueRule NONE = new DueRule(false, null, null);
}
