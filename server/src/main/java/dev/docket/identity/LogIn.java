package dev.docket.identity;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who wants to log in. */
@Introspected
record LogIn(
        @NotBlank @Size(max = 254) String email,
        @NotNull @Size(max = 128) String password) {
    LogIn {
        email = NewUser.stripped(email);
    }

    @Override
    public String toString() {
        return "LogIn[" + email + "]";
    }
}
