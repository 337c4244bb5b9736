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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Users: admins manage them, program managers look for members among them. */
@Controller("/api/v1/users")
@Tag(name = "People")
class UserController {
    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    /** Users by name. {@code q} is a part of the name or of the e-mail address. */
    @Get
    Page<User> listUsers(
            Actor actor,
            @QueryValue @Nullable @Size(max = 200) String q,
            @QueryValue @Nullable Integer page,
            @QueryValue @Nullable Integer limit) {
        return users.list(actor, q == null ? "" : q.strip(), Paging.of(page, limit));
    }

    /** Creates a user (admins). */
    @Post
    @Status(HttpStatus.CREATED)
    User createUser(Actor actor, @Body @Valid NewUser body) {
        return users.create(actor, body);
    }

    /** Changes what the body names. Deactivation ends the user's log-ins and closes their sockets. */
    @Patch("/{userId}")
    User updateUser(Actor actor, String userId, @Body @Valid UserChanges body) {
        return users.update(actor, Ids.parse("user", userId), body);
    }
}
