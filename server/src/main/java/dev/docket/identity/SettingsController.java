package dev.docket.identity;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The settings of the installation, for admins. */
@Controller("/api/v1/settings")
@Tag(name = "Settings")
final class SettingsController {
    private final Installation installation;

    SettingsController(Installation installation) {
        this.installation = installation;
    }

    @Get
    @Operation(operationId = "getSettings", summary = "The settings of the installation (admins)")
    InstallationSettingsView get(Actor actor) {
        return installation.get(actor);
    }

    @Patch
    @Operation(
            operationId = "updateSettings",
            summary = "Change what the body names (admins)",
            description = "409 if version is named and somebody has changed the settings since.")
    InstallationSettingsView update(Actor actor, @Body InstallationSettingsEdit body) {
        return installation.update(actor, body);
    }
}
