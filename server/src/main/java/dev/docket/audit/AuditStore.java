package dev.docket.audit;

import dev.docket.audit.AuditEntry.Place;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The names of what entries are about, as they are now. */
@Singleton
final class AuditStore {
    Map<UUID, Place> programs(Transaction tx, Collection<UUID> ids) {
        return tx
                .handle()
                .createQuery("SELECT id, key, name FROM program WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((rows, _) -> new Place(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)))
                .stream()
                .collect(Collectors.toMap(Place::id, place -> place));
    }

    Map<UUID, String> requestKeys(Transaction tx, Collection<UUID> ids) {
        return tx
                .handle()
                .createQuery("""
                        SELECT r.id, p.key || '-' || r.number
                        FROM request r JOIN program p ON p.id = r.program_id
                        WHERE r.id = ANY(:ids)
                        """)
                .bindArray("ids", UUID.class, ids)
                .map((rows, _) -> Map.entry(rows.getObject(1, UUID.class), rows.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param key {@code OPS-12} */
    Optional<UUID> request(Transaction tx, String key) {
        int dash = key.lastIndexOf('-');
        return tx.handle()
                .createQuery("""
                        SELECT r.id
                        FROM request r JOIN program p ON p.id = r.program_id
                        WHERE p.key = :key AND r.number = :number
                        """)
                .bind("key", key.substring(0, dash))
                .bind("number", Integer.parseInt(key, dash + 1, key.length(), 10))
                .mapTo(UUID.class)
                .findOne();
    }
}
