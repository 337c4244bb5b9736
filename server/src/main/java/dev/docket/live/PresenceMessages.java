package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Problem;
import dev.docket.socketio.Ack;
import dev.docket.socketio.Socket;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client says of its presence: {@code presence:view}, {@code presence:leave}, {@code presence:typing}. Each is
 * answered: {@code {ok: true, …}} or {@code {ok: false, error: {code, message}}}, with the names of {@link Problem}.
 */
final class PresenceMessages {
    private static final Logger log = LoggerFactory.getLogger(PresenceMessages.class);
    private static final Map<String, Object> OK = Map.of("ok", true);
    private static final int SHOWN = 60;

    private final SessionPresence presence;
    private final MessageBudget budget;

    PresenceMessages(SessionPresence presence, MessageBudget budget) {
        this.presence = presence;
        this.budget = budget;
    }

    private interface Action {
        void answer(JsonNode argument, Ack ack);
    }

    void listen(Socket socket) {
        on(socket, "presence:view", this::view);
        on(socket, "presence:leave", this::leave);
        on(socket, "presence:typing", this::type);
    }

    private void on(Socket socket, String event, Action action) {
        socket.on(event, (arguments, ack) -> {
            if (budget.spend()) {
                JsonNode argument = arguments.get(0);
                presence.inTurn(() -> answer(action, argument, ack));
            } else {
                ack.send(refusal(Problem.tooMany(
                        1,
                        event + ": more than " + MessageBudget.AT_ONCE + " messages of presence at once (expected: "
                                + MessageBudget.PER_SECOND + " a second)")));
            }
        });
    }

    private static void answer(Action action, JsonNode argument, Ack ack) {
        try {
            action.answer(argument, ack);
        } catch (Problem problem) {
            ack.send(refusal(problem));
        } catch (RuntimeException e) {
            log.warn("a message of presence could not be answered: {}", e.toString());
            ack.send(refusal("unavailable", "Docket is not available at the moment."));
        }
    }

    private void view(JsonNode argument, Ack ack) {
        RequestRef ref = new RequestRef(id(argument, "programId"), id(argument, "requestId"));
        presence.view(ref, there -> ack.send(Map.of("ok", true, "people", there.people(), "total", there.total())));
    }

    private void leave(JsonNode argument, Ack ack) {
        presence.leave(id(argument, "requestId"));
        ack.send(OK);
    }

    private void type(JsonNode argument, Ack ack) {
        UUID request = id(argument, "requestId");
        Typing how = flag(argument, "internal", false) ? Typing.INTERNALLY : Typing.PUBLICLY;
        presence.type(request, flag(argument, "typing", true) ? how : Typing.NO);
        ack.send(OK);
    }

    private static UUID id(JsonNode argument, String name) {
        JsonNode value = argument.path(name);
        return ToldPositions.id(value.isTextual() ? value.textValue() : "")
                .orElseThrow(() -> Problem.invalid(name, shown(value) + " (expected: a UUID)"));
    }

    private static boolean flag(JsonNode argument, String name, boolean otherwise) {
        JsonNode value = argument.path(name);
        if (!value.isBoolean() && !value.isMissingNode()) {
            throw Problem.invalid(name, shown(value) + " (expected: true or false)");
        }
        return value.asBoolean(otherwise);
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static Map<String, Object> refusal(Problem problem) {
        return refusal(problem.slug(), problem.detail());
    }

    private static Map<String, Object> refusal(String code, String message) {
        return Map.of("ok", false, "error", Map.of("code", code, "message", message));
    }
}
