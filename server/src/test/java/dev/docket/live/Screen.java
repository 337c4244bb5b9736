package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingProgram;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a browser holds that shows a program and one request, as REST answers it now: the shape of {@code ProgramState} in
 * {@code web/src/live/state.ts}.
 */
final class Screen {
    private final TestingClient viewer;
    private final TestingProgram program;
    private final JsonNode request;

    Screen(TestingClient viewer, TestingProgram program, JsonNode request) {
        this.viewer = viewer;
        this.program = program;
        this.request = request;
    }

    /** Whether the request is there for the viewer. */
    boolean showsTheRequest() {
        return !request.isMissingNode() && viewer.get(program.path(request, "")).status() == 200;
    }

    /**
     * Null if the program itself is not there for the viewer.
     *
     * @param entries of the history and of the activity, at most
     */
    @Nullable
    ObjectNode read(boolean withTheRequest, int entries) {
        if (viewer.get(program.path("")).status() == 404) {
            return null;
        }
        ObjectNode state = Json.mapper().createObjectNode();
        state.set("program", loaded(program.path(""), ""));
        state.set("members", loaded(program.path("members"), "data"));
        state.set(
                "lists",
                Json.tree(List.of(Map.of(
                        "filter",
                        Map.of(),
                        "pages",
                        List.of(loaded(program.path("requests?limit=100&sort=-updatedAt"), ""))))));
        state.set("requests", ofRequest(withTheRequest, "", ""));
        state.set("comments", ofRequest(withTheRequest, "comments?limit=100", "data"));
        state.set("attachments", ofRequest(withTheRequest, "attachments", "data"));
        ObjectNode histories = ofRequest(withTheRequest, "history?limit=" + entries, "");
        histories.properties().forEach(history -> history.setValue(Json.tree(List.of(history.getValue()))));
        state.set("histories", histories);
        state.set("activity", Json.tree(List.of(loaded(program.path("activity?limit=" + entries), ""))));
        return state;
    }

    private ObjectNode ofRequest(boolean withTheRequest, String below, String part) {
        ObjectNode parts = Json.mapper().createObjectNode();
        if (withTheRequest) {
            parts.set(request.path("id").asText(), loaded(program.path(request, below), part));
        }
        return parts;
    }

    private JsonNode loaded(String path, String part) {
        Answer answer = viewer.get(path).expect(200);
        ObjectNode loaded = Json.mapper().createObjectNode();
        String header = answer.header("Docket-Position");
        if (header.isEmpty()) {
            loaded.putNull("at");
        } else {
            String[] position = header.split(":", 2);
            loaded.putObject("at").put("epoch", position[0]).put("seq", Long.parseLong(position[1]));
        }
        loaded.set("value", part.isEmpty() ? answer.body() : answer.body().path(part));
        return loaded;
    }
}
