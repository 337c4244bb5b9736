package dev.docket.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.Map;

/** The same rule for values whose type is open, such as those of custom fields. */
final class StorableTree extends StdDeserializer<JsonNode> {
    private static final long serialVersionUID = 1L;
    private static final JsonDeserializer<? extends JsonNode> ANY =
            JsonNodeDeserializer.getDeserializer(JsonNode.class);

    StorableTree() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode tree = ANY.deserialize(parser, context);
        requireStorable(parser, tree);
        return tree;
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return context.getNodeFactory().nullNode();
    }

    private static void requireStorable(JsonParser parser, JsonNode node) throws IOException {
        if (node.isTextual()) {
            StorableText.requireStorable(parser, node.textValue());
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            StorableText.requireStorable(parser, property.getKey());
            requireStorable(parser, property.getValue());
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                requireStorable(parser, item);
            }
        }
    }
}
