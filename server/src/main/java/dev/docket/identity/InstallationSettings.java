package dev.docket.identity;

import dev.docket.journal.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * What an admin sets for the whole installation at run time.
 *
 * @param registrationOpen whether people can make accounts for themselves
 * @param registrationRole the role that they get
 */
record InstallationSettings(boolean registrationOpen, RegistrationRole registrationRole) {
    List<Change> changesTo(InstallationSettings after) {
        List<Change> changes = new ArrayList<>();
        if (registrationOpen != after.registrationOpen) {
            changes.add(Change.of("registrationOpen", "Open registration", registrationOpen, after.registrationOpen));
        }
        if (registrationRole != after.registrationRole) {
            changes.add(
                    Change.of("registrationRole", "Role after registration", registrationRole, after.registrationRole));
        }
        return changes;
    }
}
