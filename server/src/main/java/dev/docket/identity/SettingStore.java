package dev.docket.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.docket.common.Json;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;

/** The table of what is set at run time. */
@Singleton
final class SettingStore {
    private static final String KEY = "installation";

    record Stored(InstallationSettings settings, long version) {}

    Stored get(Transaction tx) {
        return get(tx, "");
    }

    /** They stay as they are until the transaction ends. */
    Stored getUnchanging(Transaction tx) {
        return get(tx, " FOR SHARE");
    }

    Stored lock(Transaction tx) {
        return get(tx, " FOR UPDATE");
    }

    Stored update(Transaction tx, InstallationSettings settings) {
        tx.handle()
                .createUpdate("UPDATE setting SET value = :value::jsonb, version = version + 1 WHERE key = :key")
                .bind("value", Json.write(settings))
                .bind("key", KEY)
                .execute();
        return get(tx);
    }

    private static Stored get(Transaction tx, String lock) {
        return tx.handle()
                .createQuery("SELECT value, version FROM setting WHERE key = :key" + lock)
                .bind("key", KEY)
                .map((rows, _) -> new Stored(
                        Json.read(rows.getString("value"), new TypeReference<>() {}), rows.getLong("version")))
                .one();
    }
}
