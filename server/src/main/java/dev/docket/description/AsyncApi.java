package dev.docket.description;

import static dev.docket.description.Schemas.id;
import static dev.docket.description.Schemas.instant;
import static dev.docket.description.Schemas.object;
import static dev.docket.description.Schemas.orNull;
import static dev.docket.description.Schemas.type;
import static dev.docket.description.Schemas.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import java.util.ArrayList;
import java.util.List;

/** The events on sockets as an AsyncAPI 3.0 document, with the schemas of the API. */
final class AsyncApi {
    private static final String CHANNEL = "#/channels/live";

    private AsyncApi() {}

    static ObjectNode of(ObjectNode api) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Docket live events")
                .put("version", api.path("info").path("version").asText())
                .put("description", """
                        Socket.IO v5 (Engine.IO v4) at /socket.io/, on the port of the API; any stock client of the 4.x line.
                        The handshake takes auth: {token, positions}: the access token, and where one was, by program.
                        Per program, events arrive in the order of seq, each once. Each carries its envelope as the first
                        argument and an offset as the second, which stock clients use to recover a connection.
                        """)
                .putObject("license")
                .put("name", "Apache-2.0");
        document.putObject("servers")
                .putObject("docket")
                .put("host", "localhost:8080")
                .put("pathname", "/socket.io/")
                .put("protocol", "ws");
        List<ObjectNode> sent = sent();
        ObjectNode refresh = message(ControlEvents.tokenRefresh());
        ObjectNode refreshed = message(ControlEvents.tokenRefreshed());
        List<ObjectNode> presence =
                ControlEvents.presence().stream().map(AsyncApi::message).toList();
        ObjectNode answered = message(ControlEvents.presenceAnswered());
        List<ObjectNode> all = new ArrayList<>(sent);
        all.addAll(List.of(refresh, refreshed));
        all.addAll(presence);
        all.add(answered);
        ObjectNode channel = document.putObject("channels").putObject("live");
        channel.put("address", "/").put("description", "The namespace; the server joins the rooms, clients name none");
        ObjectNode operations = document.putObject("operations");
        operation(operations, "events", "send", sent).put("summary", "What the server sends");
        answer(
                operation(operations, "refreshToken", "receive", List.of(refresh))
                        .put("summary", "A new token for the same connection"),
                refreshed);
        answer(operation(operations, "presence", "receive", presence).put("summary", "Who looks, who types"), answered);
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode ofChannel = channel.putObject("messages");
        all.forEach(message -> {
            messages.set(key(message), message);
            ofChannel.putObject(key(message)).put("$ref", "#/components/messages/" + key(message));
        });
        JsonNode schemas = api.path("components").path("schemas");
        ObjectNode used = components.putObject("schemas");
        Schemas.reachable(messages, schemas).forEach(name -> used.set(name, schemas.path(name)));
        return document;
    }

    private static List<ObjectNode> sent() {
        List<ObjectNode> messages = new ArrayList<>();
        for (EventType type : EventType.values()) {
            EventCatalogue.Event event = EventCatalogue.of(type);
            messages.add(message(type.wireName(), event.summary(), envelope(type.wireName(), event.data())));
        }
        ControlEvents.fromServer().forEach(control -> messages.add(message(control)));
        return messages;
    }

    private static ObjectNode envelope(String event, ObjectNode data) {
        ObjectNode schema = object();
        with(schema, "id", id());
        with(
                schema,
                "seq",
                type("integer").put("minimum", 1).put("description", "Without gap in the program's stream"));
        with(schema, "event", type("string").put("const", event));
        with(
                schema,
                "programId",
                id().put("description", "Of users and settings, which only admins are told: " + Journal.SYSTEM));
        with(schema, "requestId", orNull(id()));
        with(schema, "version", orNull(type("integer")).put("description", "Of the request after the change"));
        with(schema, "data", data);
        with(schema, "performedBy", with(with(object(), "userId", id()), "name", type("string")));
        return with(schema, "timestamp", instant());
    }

    private static ObjectNode message(ControlEvents.Control control) {
        return message(control.name(), control.summary(), control.payload());
    }

    private static ObjectNode message(String name, String summary, ObjectNode payload) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("name", name).put("title", name).put("summary", summary).put("contentType", "application/json");
        message.set("payload", payload);
        return message;
    }

    private static ObjectNode operation(ObjectNode all, String name, String action, List<ObjectNode> messages) {
        ObjectNode operation = all.putObject(name).put("action", action);
        operation.putObject("channel").put("$ref", CHANNEL);
        refs(operation.putArray("messages"), messages);
        return operation;
    }

    private static void answer(ObjectNode operation, ObjectNode message) {
        ObjectNode reply = operation.putObject("reply");
        reply.putObject("channel").put("$ref", CHANNEL);
        refs(reply.putArray("messages"), List.of(message));
    }

    private static void refs(ArrayNode into, List<ObjectNode> messages) {
        messages.forEach(message -> into.addObject().put("$ref", CHANNEL + "/messages/" + key(message)));
    }

    /** Keys of components have no colon. */
    private static String key(ObjectNode message) {
        return message.path("name").asText().replace(':', '.');
    }
}
