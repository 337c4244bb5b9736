package dev.docket.identity;

import dev.docket.common.Given;
import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** What an admin changes of a user; what is left out stays. */
record UserChanges(
        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                format = "email",
                maxLength = UserRules.MAX_EMAIL)
        Given<String> email,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                minLength = 1,
                maxLength = UserRules.MAX_NAME)
        Given<String> firstName,

        @Schema(
                requiredMode = RequiredMode.NOT_REQUIRED,
                implementation = String.class,
                minLength = 1,
                maxLength = UserRules.MAX_NAME)
        Given<String> lastName,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Role.class)
        Given<Role> role,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Boolean.class)
        Given<Boolean> active) {

    User appliedTo(User user, Violations violations) {
        return new User(
                user.id(),
                email.named() ? UserRules.email(violations, "email", email.value()) : user.email(),
                firstName.named() ? UserRules.name(violations, "firstName", firstName.value()) : user.firstName(),
                lastName.named() ? UserRules.name(violations, "lastName", lastName.value()) : user.lastName(),
                role.orElse(violations, "role", user.role()),
                active.orElse(violations, "active", user.active()),
                user.createdAt());
    }
}
