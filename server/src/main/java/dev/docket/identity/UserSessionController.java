package dev.docket.identity;

import dev.docket.common.Ids;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Where somebody is logged in, for admins. */
@Controller("/api/v1/users/{userId}/sessions")
@Tag(name = "People")
final class UserSessionController {
    private final OpenSessions sessions;

    UserSessionController(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Get
    @Operation(operationId = "listUserSessions", summary = "Where a user is logged in, last used first (admins)")
    OpenSessionList list(Actor actor, String userId) {
        return new OpenSessionList(sessions.list(actor, Ids.parse("user", userId)));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "endUserSessions",
            summary = "Log a user out everywhere (admins)",
            description = "Of oneself: everywhere but here.")
    void endAll(Actor actor, String userId) {
        sessions.endOthers(actor, Ids.parse("user", userId));
    }

    @Delete("/{sessionId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endUserSession", summary = "End one log-in of a user (admins)")
    void end(Actor actor, String userId, String sessionId) {
        sessions.end(actor, Ids.parse("user", userId), Ids.parse("session", sessionId));
    }
}
