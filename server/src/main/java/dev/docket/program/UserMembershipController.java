package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.common.Page;
import dev.docket.common.Paging;
import dev.docket.identity.Actor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The programs of one user. */
@Controller("/api/v1/users/{userId}/memberships")
@Tag(name = "People")
final class UserMembershipController {
    private final UserMemberships memberships;

    UserMembershipController(UserMemberships memberships) {
        this.memberships = memberships;
    }

    @Get
    @Operation(
            operationId = "listUserMemberships",
            summary = "The programs of a user, by name (admins)",
            description = "Archived ones too. To add, change or end one, use the members of the program.")
    Page<UserMembership> list(
            Actor actor, String userId, @QueryValue @Nullable Integer page, @QueryValue @Nullable Integer limit) {
        return memberships.list(actor, Ids.parse("user", userId), Paging.of(page, limit));
    }
}
