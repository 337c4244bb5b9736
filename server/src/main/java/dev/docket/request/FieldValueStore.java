package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The values of custom fields in the requests' table, beyond those of one request at a time. */
@Singleton
final class FieldValueStore {
    /** Requests of the program, deleted ones included, that hold a value under the key. */
    int count(Transaction tx, UUID programId, String fieldKey) {
        return tx.handle()
                .createQuery("SELECT count(*) FROM request WHERE program_id = :program AND jsonb_exists(fields, :key)")
                .bind("program", programId)
                .bind("key", fieldKey)
                .mapTo(Integer.class)
                .one();
    }

    /** Of what nobody sees: the version stays. */
    void replace(Transaction tx, UUID requestId, Map<String, JsonNode> fields) {
        tx.handle()
                .createUpdate("UPDATE request SET fields = :fields::jsonb WHERE id = :id")
                .bind("fields", Json.write(fields))
                .bind("id", requestId)
                .execute();
    }
}
