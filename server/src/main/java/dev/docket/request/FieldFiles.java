package dev.docket.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.docket.common.Problem;
import dev.docket.common.Violations;
import dev.docket.program.FieldDefinition;
import dev.docket.program.FieldType;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import dev.docket.request.AttachedFiles.AttachedFile;
import dev.docket.storage.Transaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files as values of fields. A field names attachments of the same request that are there; as long as it does, they stay.
 * Fields that clients see take no internal ones, so that none gets to clients by this path.
 */
@Singleton
public final class FieldFiles {
    private final AttachedFiles files;
    private final FieldValueStore values;

    FieldFiles(AttachedFiles files, FieldValueStore values) {
        this.files = files;
        this.values = values;
    }

    /** Looks for files of one request. */
    @FunctionalInterface
    interface Lookup extends Function<Collection<UUID>, List<AttachedFile>> {
        /** A request that does not exist yet has none. */
        Lookup NONE = _ -> List.of();
    }

    Lookup of(Transaction tx, Request request) {
        return ids -> files.find(tx, request.programId(), request.id(), ids);
    }

    /** @param value of the field, well-formed */
    static void check(
            Violations violations,
            String path,
            ProgramAccess access,
            FieldDefinition field,
            JsonNode value,
            Lookup files) {
        Map<String, AttachedFile> there =
                files
                        .apply(value.valueStream()
                                .map(id -> UUID.fromString(id.asText()))
                                .toList())
                        .stream()
                        .filter(file -> access.viewer().isStaff() || !file.internal())
                        .collect(Collectors.toMap(file -> file.id().toString(), Function.identity()));
        for (int i = 0; i < value.size(); i++) {
            AttachedFile file = there.get(value.get(i).asText());
            String at = path + "[" + i + "]";
            if (file == null) {
                violations.add(at, value.get(i) + " (expected: the id of an attachment of this request)");
            } else {
                violations.addUnless(
                        !file.internal() || field.staffOnly(),
                        at,
                        value.get(i) + " is internal (expected: a file that clients may see, as they see the field)");
            }
        }
    }

    /**
     * Lets a file of the request go that is about to be deleted. The caller has locked the request.
     *
     * @throws Problem 409 if a field holds it
     */
    public void release(Transaction tx, ProgramAccess access, Request request, UUID fileId) {
        for (FieldDefinition field : access.program().fields()) {
            if (field.type() == FieldType.FILE_UPLOAD && holds(request.fields().get(field.key()), fileId)) {
                throw Problem.conflict(
                        field.visibleTo(access.viewer())
                                ? "The file is a value of \"" + field.label() + "\". Take it out there first."
                                : "Staff of the program still need the file. A program manager can delete it.");
            }
        }
        Map<String, JsonNode> without = withoutRemovedFieldsHolding(access.program(), request, fileId);
        if (!without.equals(request.fields())) {
            values.replace(tx, request.id(), without);
        }
    }

    /** Nobody sees the values of removed fields, so nobody could take the file out there. */
    private static Map<String, JsonNode> withoutRemovedFieldsHolding(Program program, Request request, UUID fileId) {
        Map<String, JsonNode> fields = new HashMap<>(request.fields());
        fields.replaceAll(
                (key, value) -> program.field(key).isEmpty() && holds(value, fileId) ? others(value, fileId) : value);
        fields.values().removeIf(value -> value.isArray() && value.isEmpty());
        return fields;
    }

    private static boolean holds(@Nullable JsonNode value, UUID fileId) {
        return value != null
                && value.isArray()
                && value.valueStream().anyMatch(id -> id.asText().equals(fileId.toString()));
    }

    private static ArrayNode others(JsonNode value, UUID fileId) {
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        value.valueStream().filter(id -> !id.asText().equals(fileId.toString())).forEach(others::add);
        return others;
    }
}
