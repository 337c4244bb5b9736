package dev.docket.identity;

import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody says to get an account. The role is not theirs to choose. */
record NewRegistration(
        @Schema(requiredMode = RequiredMode.REQUIRED, format = "email", maxLength = UserRules.MAX_EMAIL) @Nullable
        String email,

        @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = UserRules.MAX_NAME) @Nullable
        String firstName,

        @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = UserRules.MAX_NAME) @Nullable
        String lastName,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                format = "password",
                minLength = UserRules.MIN_PASSWORD,
                maxLength = UserRules.MAX_PASSWORD)
        @Nullable
        String password) {

    User user(Violations violations, Role role, Instant now) {
        return new NewUser(email, firstName, lastName, role, password).user(violations, now);
    }

    @Override
    public String toString() {
        return "NewRegistration[" + email + "]";
    }
}
