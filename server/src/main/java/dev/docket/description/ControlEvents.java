package dev.docket.description;

import static dev.docket.description.Schemas.anyOf;
import static dev.docket.description.Schemas.id;
import static dev.docket.description.Schemas.instant;
import static dev.docket.description.Schemas.object;
import static dev.docket.description.Schemas.oneOf;
import static dev.docket.description.Schemas.type;
import static dev.docket.description.Schemas.with;

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
                        with(object(), "reason", oneOf("token_expired", "user_inactive", "slow"))));
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
