package dev.docket.socketio.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Reads JSON of strangers with limits, and writes that of the host. */
final class Json {
    private static final ObjectMapper WRITER =
            JsonMapper.builder().findAndAddModules().build();

    private final ObjectMapper reader;

    /** Reads at most this many arrays and objects in one another. */
    Json(int nesting) {
        var constraints =
                StreamReadConstraints.builder().maxNestingDepth(nesting).build();
        reader = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        // Strangers choose the names: they must not fill tables that all share.
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    JsonNode read(String text) throws ProtocolException {
        try {
            JsonNode tree = reader.readTree(text);
            if (tree.isMissingNode()) {
                throw new ProtocolException("no JSON");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new ProtocolException("invalid JSON");
        }
    }

    static String write(JsonNode tree) {
        return tree.toString();
    }

    /** Anything that Jackson maps, as a tree; {@code byte[]} inside become binary nodes. */
    static JsonNode tree(@Nullable Object value) {
        return WRITER.valueToTree(value);
    }
}
