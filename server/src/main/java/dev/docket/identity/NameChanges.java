package dev.docket.identity;

import dev.docket.common.Given;
import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** What people change of themselves; what is left out stays. The e-mail address is an admin's to change. */
record NameChanges(
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
        Given<String> lastName) {

    User appliedTo(User user, Violations violations) {
        return new UserChanges(Given.absent(), firstName, lastName, Given.absent(), Given.absent())
                .appliedTo(user, violations);
    }
}
