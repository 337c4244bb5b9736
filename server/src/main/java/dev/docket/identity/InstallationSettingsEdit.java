package dev.docket.identity;

import dev.docket.common.Given;
import dev.docket.common.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** A partial change of the settings: what is not named stays. */
record InstallationSettingsEdit(
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = Boolean.class)
        Given<Boolean> registrationOpen,

        @Schema(requiredMode = RequiredMode.NOT_REQUIRED, implementation = RegistrationRole.class)
        Given<RegistrationRole> registrationRole,

        @Schema(description = "The version that its author had seen; left out: whatever it is") @Nullable
        Long version) {

    InstallationSettings appliedTo(InstallationSettings before, Violations violations) {
        return new InstallationSettings(
                registrationOpen.orElse(violations, "registrationOpen", before.registrationOpen()),
                registrationRole.orElse(violations, "registrationRole", before.registrationRole()));
    }
}
