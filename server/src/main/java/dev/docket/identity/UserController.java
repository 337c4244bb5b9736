package dev.docket.identity;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Users: admins manage them, program managers look for members among them. */
@Controller("/api/v1/users")
@Tag(name = "People")
class UserController {
    private final Users users;
    private final PasswordResets resets;

    UserController(Users users, PasswordResets resets) {
        this.users = users;
        this.resets = resets;
    }

    @Get
    @Operation(
            operationId = "listUsers",
            summary = "Users by name (admins, program managers)",
            description = "q: a part of the name or of the e-mail address; role, active: only those.")
    Page<User> list(
            Actor actor,
            @QueryValue @Nullable @Size(max = 200) String q,
            @QueryValue @Nullable Role role,
            @QueryValue @Nullable @Size(max = 5) @Schema(type = "boolean") String active,
            @QueryValue @Nullable Integer page,
            @QueryValue @Nullable Integer limit) {
        return users.list(actor, UserFilter.of(q, role, active), Paging.of(page, limit));
    }

    /** Creates a user (admins). */
    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "createUser", summary = "Create a user (admins)")
    User create(Actor actor, @Body NewUser body) {
        return users.create(actor, body);
    }

    @Get("/{userId}")
    @Operation(operationId = "getUser", summary = "One user (admins, program managers)")
    User get(Actor actor, String userId) {
        return users.get(actor, Ids.parse("user", userId));
    }

    @Patch("/{userId}")
    @Operation(
            operationId = "updateUser",
            summary = "Change what the body names (admins)",
            description =
                    "Another role is in force at once, also for tokens that are out; sockets reconnect. Deactivation "
                            + "ends log-ins and sockets. 409 for the last active admin, for an e-mail address that is taken, and "
                            + "for a change between client and staff while there are memberships.")
    User update(Actor actor, String userId, @Body UserChanges body) {
        return users.update(actor, Ids.parse("user", userId), body);
    }

    @Post("/{userId}/password-reset")
    @ToldOnce
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "issuePasswordReset",
            summary = "A link by which the user sets a new password (admins)",
            description = "Told once, good once and for an hour; an older one dies. 409 if the user is deactivated. "
                    + "400 with an Idempotency-Key: the link is kept nowhere.")
    PasswordResetLink issueReset(Actor actor, String userId) {
        return resets.issue(actor, Ids.parse("user", userId));
    }
}
