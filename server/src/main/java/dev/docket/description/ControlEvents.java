package dev.docket.description;

import static dev.docket.description.Schemas.anyOf;
import static dev.docket.description.Schemas.id;
import static dev.docket.description.Schemas.instant;
import static dev.docket.description.Schemas.listOf;
import static dev.docket.description.Schemas.object;
import static dev.docket.description.Schemas.oneOf;
import static dev.docket.description.Schemas.type;
import static dev.docket.description.Schemas.with;
import static dev.docket.description.Schemas.withOptional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What belongs to the connection and not to the journal. */
final class ControlEvents {
    private ControlEvents() {}

    record Control(String name, String summary, ObjectNode payload) {}

    static List<Control> fromServer() {
        ObjectNode positions = type("object");
        positions.set("additionalProperties", position());
        return List.of(
                new Control(
                        "live:ready",
                        "Everything up to these positions was sent, or will not be; from here on it is live",
                        with(object(), "positions", positions)),
                new Control(
                        "live:position",
                        "Where a quiet program stands, so that a later replay stays short",
                        with(with(object(), "programId", id()), "position", position())),
                new Control(
                        "live:resync",
                        "Too much was missed: load the program anew, then go on from this position",
                        with(with(object(), "programId", id()), "position", position())),
                new Control(
                        "live:closing",
                        "Why the server closes the connection",
                        with(object(), "reason", oneOf("token_expired", "user_inactive", "slow"))),
                new Control(
                        "presence:changed",
                        "Who else is at a request that this socket views, as far as you may know it; may be dropped",
                        present(with(with(object(), "programId", id()), "requestId", id()))));
    }

    /** What a socket says of its own presence; each is acknowledged by {@link #presenceAnswered}. */
    static List<Control> presence() {
        return List.of(
                new Control(
                        "presence:view",
                        "This socket shows a request",
                        with(with(object(), "programId", id()), "requestId", id())),
                new Control("presence:leave", "It does not any more", with(object(), "requestId", id())),
                new Control(
                        "presence:typing",
                        "Its user writes a comment, or has stopped",
                        withOptional(
                                withOptional(with(object(), "requestId", id()), "internal", type("boolean")),
                                "typing",
                                type("boolean"))));
    }

    static Control presenceAnswered() {
        ObjectNode yes = with(object(), "ok", type("boolean").put("const", true));
        ObjectNode there = present(with(object(), "ok", type("boolean").put("const", true)));
        ObjectNode error = with(
                with(object(), "code", type("string").put("description", "The type of a problem, or unavailable")),
                "message",
                type("string"));
        ObjectNode no = with(with(object(), "ok", type("boolean").put("const", false)), "error", error);
        return new Control("presence:answered", "The acknowledgement of presence:*", anyOf(yes, there, no));
    }

    private static ObjectNode present(ObjectNode event) {
        ObjectNode person =
                with(with(with(object(), "userId", id()), "name", type("string")), "typing", type("boolean"));
        return with(
                with(event, "people", listOf(person)), "total", type("integer").put("minimum", 0));
    }

    static Control tokenRefresh() {
        return new Control(
                "auth:refresh",
                "A new access token of the same user; the server acknowledges",
                with(object(), "token", type("string")));
    }

    static Control tokenRefreshed() {
        ObjectNode yes = with(with(object(), "ok", type("boolean").put("const", true)), "expiresAt", instant());
        ObjectNode no = with(
                with(object(), "ok", type("boolean").put("const", false)),
                "code",
                type("string").put("description", "A code of unauthenticated, or busy, or unavailable"));
        return new Control("auth:refreshed", "The acknowledgement of auth:refresh", anyOf(yes, no));
    }

    private static ObjectNode position() {
        return with(with(object(), "epoch", id()), "seq", type("integer").put("minimum", 0));
    }
}
