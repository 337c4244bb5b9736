package dev.docket.identity;

import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an admin says to create a user. Names and address are taken without surrounding space, the password as it is. */
public record NewUser(
        @Schema(requiredMode = RequiredMode.REQUIRED, format = "email", maxLength = UserRules.MAX_EMAIL) @Nullable
        String email,

        @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = UserRules.MAX_NAME) @Nullable
        String firstName,

        @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = UserRules.MAX_NAME) @Nullable
        String lastName,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Role role,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                format = "password",
                minLength = UserRules.MIN_PASSWORD,
                maxLength = UserRules.MAX_PASSWORD)
        @Nullable
        String password) {

    /** Active from now on. What is wrong goes to {@code violations}; the answer is then meaningless. */
    User user(Violations violations, Instant now) {
        violations.addUnless(role != null, "role", "missing (expected: a value)");
        return User.of(
                UserRules.email(violations, "email", email),
                UserRules.name(violations, "firstName", firstName),
                UserRules.name(violations, "lastName", lastName),
                role == null ? Role.CLIENT : role,
                now);
    }

    @Override
    public String toString() {
        return "NewUser[" + email + "]";
    }
}
