package dev.docket.identity;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an admin says to create a user. Names and address are taken without surrounding space, the password as it is. */
@Introspected
public record NewUser(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 50) String firstName,
        @NotBlank @Size(max = 50) String lastName,
        @NotNull Role role,
        @NotNull @Size(min = 8, max = 128) String password) {
    public NewUser {
        email = stripped(email);
        firstName = stripped(firstName);
        lastName = stripped(lastName);
    }

    /** Null until it is validated. */
    @SuppressWarnings("NullAway")
    static String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    @Override
    public String toString() {
        return "NewUser[" + email + "]";
    }
}
