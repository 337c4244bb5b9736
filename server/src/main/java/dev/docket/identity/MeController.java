package dev.docket.identity;

import dev.docket.storage.Database;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Whoever asks. */
@Controller("/api/v1/me")
@Tag(name = "People")
final class MeController {
    private final Users users;
    private final Database database;

    MeController(Users users, Database database) {
        this.users = users;
        this.database = database;
    }

    @Get
    @Operation(operationId = "me", summary = "Who is logged in, and what they may do outside of programs")
    Me me(Actor actor) {
        return Me.of(database.read(tx -> users.find(tx, actor.id()).orElseThrow()));
    }
}
