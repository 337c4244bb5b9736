package dev.docket.identity;

import dev.docket.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list of users shows.
 *
 * @param text a part of name or e-mail address; empty: everybody
 */
record UserFilter(
        String text, @Nullable Role role, @Nullable Boolean active) {
    /** @throws Problem 400 if {@code active} is neither true nor false: the framework takes any other word for false */
    static UserFilter of(@Nullable String text, @Nullable Role role, @Nullable String active) {
        if (active != null && !active.equals("true") && !active.equals("false")) {
            throw Problem.invalid("active", active + " (expected: true or false)");
        }
        return new UserFilter(text == null ? "" : text.strip(), role, active == null ? null : Boolean.valueOf(active));
    }
}
