package dev.docket.identity;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who wants to log in. */
@Introspected
record LogIn(
        @NotBlank @Size(max = 254) String email,
        @NotNull @Size(max = 2 * UserRules.MAX_PASSWORD) String password) { // counted in UTF-16 here
    /** Null until it is validated. */
    @SuppressWarnings("NullAway")
    LogIn {
        email = email == null ? null : email.strip();
    }

    @Override
    public String toString() {
        return "LogIn[" + email + "]";
    }
}
