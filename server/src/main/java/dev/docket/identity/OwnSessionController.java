package dev.docket.identity;

import dev.docket.common.Ids;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Where one is logged in oneself. */
@Controller("/api/v1/me/sessions")
@Tag(name = "People")
final class OwnSessionController {
    private final OpenSessions sessions;

    OwnSessionController(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Get
    @Operation(operationId = "listMySessions", summary = "Where one is logged in, last used first")
    OpenSessionList list(Actor actor) {
        return new OpenSessionList(sessions.list(actor, actor.id()));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endMyOtherSessions", summary = "Log out everywhere else")
    void endOthers(Actor actor) {
        sessions.endOthers(actor, actor.id());
    }

    @Delete("/{sessionId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endMySession", summary = "End one log-in; its sockets close within a second")
    void end(Actor actor, String sessionId) {
        sessions.end(actor, actor.id(), Ids.parse("session", sessionId));
    }
}
