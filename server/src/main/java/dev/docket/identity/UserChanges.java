package dev.docket.identity;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an admin changes of a user; what is left out stays. */
@Introspected
record UserChanges(
        @Nullable @Size(min = 1, max = 50) String firstName,
        @Nullable @Size(min = 1, max = 50) String lastName,
        @Nullable Role role,
        @Nullable Boolean active) {
    UserChanges {
        firstName = firstName == null ? null : firstName.strip();
        lastName = lastName == null ? null : lastName.strip();
    }

    User appliedTo(User user) {
        return new User(
                user.id(),
                user.email(),
                firstName == null ? user.firstName() : firstName,
                lastName == null ? user.lastName() : lastName,
                role == null ? user.role() : role,
                active == null ? user.active() : active,
                user.createdAt());
    }
}
