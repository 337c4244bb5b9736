package dev.docket.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How each operation may be refused: by what it takes, the typical ones by status, all others by default. */
final class Refusals {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String ANY = "Problem";

    private Refusals() {}

    /** The schema of all problem documents; what else a type carries stands beside its four members. */
    static ObjectNode schema() {
        ObjectNode schema = Schemas.type("object");
        schema.put("description", "RFC 9457 problem document. Decide by type; see docs/reference/problems.md");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode type = Schemas.type("string");
        Arrays.stream(ProblemType.values()).map(ProblemType::uri).forEach(type.putArray("enum")::add);
        properties.set("type", type);
        properties.set("title", Schemas.type("string"));
        properties.set("status", Schemas.type("integer"));
        properties.set(
                "detail", Schemas.type("string").put("description", "For people: the value and the expectation"));
        ObjectNode error = Schemas.with(
                Schemas.with(Schemas.object(), "path", Schemas.type("string")), "message", Schemas.type("string"));
        properties.set("errors", Schemas.listOf(error));
        List.of("type", "title", "status", "detail").forEach(schema.putArray("required")::add);
        return schema.put("additionalProperties", true);
    }

    static ObjectNode responses() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set(ANY, response("Refused, or a fault of the server", ProblemType.INTERNAL));
        for (ProblemType type : ProblemType.values()) {
            String name = name(type.status());
            if (!all.has(name)) {
                all.set(name, response(type.title(), type));
            }
        }
        ObjectNode header = ((ObjectNode) all.path(name(ProblemType.TOO_MANY.status())))
                .putObject("headers")
                .putObject("Retry-After");
        header.put("description", "In seconds").set("schema", Schemas.type("integer"));
        return all;
    }

    static void addTo(String method, String path, ObjectNode operation, boolean open) {
        ObjectNode responses = (ObjectNode) operation.path("responses");
        for (ProblemType type : typical(method, path, operation, open)) {
            responses.set(Integer.toString(type.status()), ref(name(type.status())));
        }
        responses.set("default", ref(ANY));
    }

    private static List<ProblemType> typical(String method, String path, ObjectNode operation, boolean open) {
        boolean changes = !method.equals("get");
        boolean takesBody = operation.has("requestBody");
        JsonNode content = operation.path("requestBody").path("content");
        List<ProblemType> types = new ArrayList<>();
        if (takesBody || operation.has("parameters")) {
            types.add(ProblemType.VALIDATION);
        }
        if (!open) {
            types.add(ProblemType.UNAUTHENTICATED);
        }
        if (!open && (changes || !path.contains("{"))) {
            types.add(ProblemType.FORBIDDEN);
        }
        if (path.contains("{")) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (!open && changes) {
            types.add(ProblemType.CONFLICT);
        }
        if (takesBody) {
            types.addAll(List.of(ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_TYPE));
        }
        if (content.has("multipart/form-data")) {
            types.addAll(List.of(ProblemType.TOO_SLOW, ProblemType.STORAGE_FULL));
        }
        if (open && takesBody) {
            types.add(ProblemType.TOO_MANY);
        }
        return types;
    }

    private static ObjectNode response(String description, ProblemType example) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", description);
        ObjectNode media = response.putObject("content").putObject(MEDIA_TYPE);
        media.set("schema", Schemas.ref("Problem"));
        ObjectNode document = media.putObject("example");
        document.put("type", example.uri());
        document.put("title", example.title());
        document.put("status", example.status());
        document.put("detail", detail(example));
        return response;
    }

    /** What such a document may say. */
    private static String detail(ProblemType type) {
        return switch (type) {
            case VALIDATION -> "limit: 500 (expected: 1..100)";
            case MALFORMED -> "The request could not be understood.";
            case UNAUTHENTICATED -> "This needs an access token (Authorization: Bearer …).";
            case FORBIDDEN -> "Only a manager of the program can approve.";
            case NOT_FOUND -> "There is no such request.";
            case METHOD_NOT_ALLOWED -> "method: PUT (expected: GET, PATCH)";
            case NOT_ACCEPTABLE -> "Accept: text/csv";
            case TOO_SLOW -> "The upload stood still for too long and was given up.";
            case CONFLICT -> "The name Operations belongs to another program.";
            case STALE_VERSION -> "The version you saw is no longer the current one.";
            case TRANSITION_REFUSED -> "The request is a draft; only a submitted one can be approved.";
            case LIMIT_REACHED -> "The program has 200 active requests (limit: 200).";
            case CALL_UNDER_WAY -> "A call with this Idempotency-Key is being carried out.";
            case QUOTA_REACHED -> "The program stores 5 GB, as much as it may.";
            case RANGE_NOT_SATISFIABLE -> "Range: nothing of it lies in the file (expected: within its 52 bytes)";
            case NOT_MENTIONABLE -> "mentions: Mara Keller (expected: staff of the program)";
            case KEY_REUSED -> "The Idempotency-Key was used for another call (expected: a new key for each call)";
            case TOO_LARGE -> "The request is larger than is accepted here.";
            case UNSUPPORTED_TYPE -> "Content-Type: text/plain";
            case TOO_MANY -> "Too many tries; wait 60 seconds.";
            case INTERNAL -> "This is a fault of the server. Whoever runs it finds the cause in its log by the id.";
            case TAKES_TOO_LONG -> "The server took longer than 3 s to find it and gave up.";
            case STORAGE_FULL -> "The server can't store the file now. Nothing was kept.";
        };
    }

    private static ObjectNode ref(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/responses/" + name);
    }

    private static String name(int status) {
        return "Problem" + status;
    }
}
