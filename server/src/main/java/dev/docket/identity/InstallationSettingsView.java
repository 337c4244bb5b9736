package dev.docket.identity;

import io.swagger.v3.oas.annotations.media.Schema;

/** The settings of the installation as admins see them. {@code version} grows by one with each change. */
@Schema(name = "InstallationSettings")
record InstallationSettingsView(boolean registrationOpen, RegistrationRole registrationRole, long version) {
    static InstallationSettingsView of(SettingStore.Stored stored) {
        return new InstallationSettingsView(
                stored.settings().registrationOpen(), stored.settings().registrationRole(), stored.version());
    }
}
