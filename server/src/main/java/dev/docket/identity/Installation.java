package dev.docket.identity;

import dev.docket.common.Json;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.journal.Audience;
import dev.docket.journal.Change;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import dev.docket.journal.NewEntry;
import dev.docket.storage.Database;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The settings of the whole installation, which admins change while it runs. */
@Singleton
final class Installation {
    private final Database database;
    private final SettingStore store;
    private final Journal journal;

    Installation(Database database, SettingStore store, Journal journal) {
        this.database = database;
        this.store = store;
        this.journal = journal;
    }

    InstallationSettings settings() {
        return database.read(store::get).settings();
    }

    /** They stay as they are until the transaction ends. */
    InstallationSettings settingsUnchanging(Transaction tx) {
        return store.getUnchanging(tx).settings();
    }

    InstallationSettingsView get(Actor actor) {
        UserPolicy.changeSettings(actor.role()).orForbid();
        return InstallationSettingsView.of(database.read(store::get));
    }

    InstallationSettingsView update(Actor actor, InstallationSettingsEdit edit) {
        UserPolicy.changeSettings(actor.role()).orForbid();
        return database.write(tx -> {
            SettingStore.Stored before = store.lock(tx);
            Violations violations = new Violations();
            InstallationSettings after = edit.appliedTo(before.settings(), violations);
            violations.orThrow();
            List<Change> changes = before.settings().changesTo(after);
            if (changes.isEmpty()) {
                return InstallationSettingsView.of(before);
            }
            refuseIfStale(before, edit, changes);
            InstallationSettingsView view = InstallationSettingsView.of(store.update(tx, after));
            record(tx, actor, view, changes);
            return view;
        });
    }

    private static void refuseIfStale(
            SettingStore.Stored current, InstallationSettingsEdit edit, List<Change> changes) {
        if (edit.version() != null && edit.version() != current.version()) {
            throw Problem.staleVersion(
                    InstallationSettingsView.of(current),
                    changes.stream()
                            .map(change -> Map.of(
                                    "field", change.field(),
                                    "label", change.label(),
                                    "yours", change.after(),
                                    "theirs", change.before()))
                            .toList());
        }
    }

    private void record(Transaction tx, Actor actor, InstallationSettingsView settings, List<Change> changes) {
        journal.append(
                tx,
                new NewEntry(
                        Journal.SYSTEM,
                        EventType.SETTINGS_UPDATED,
                        null,
                        settings.version(),
                        null,
                        actor.id(),
                        actor.name(),
                        Audience.managers(),
                        changes,
                        Json.tree(Map.of("settings", settings)),
                        null));
    }
}
