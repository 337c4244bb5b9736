package dev.docket.identity;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/** For people without an account. */
@Controller("/api/v1/auth")
@Open
@Tag(name = "People")
class RegistrationController {
    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    @Schema(name = "AuthOptions")
    record AuthOptions(
            @Schema(description = "Whether people can make an account for themselves")
            boolean registration) {}

    @Get("/options")
    @Operation(operationId = "authOptions", summary = "What the page to log in can offer")
    AuthOptions options() {
        return new AuthOptions(registration.isOpen());
    }

    @Post("/registration")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "register",
            summary = "Make an account for oneself",
            description = "202 also if the e-mail address has an account, which stays as it is: log in to see. "
                    + "403 while registration is closed, 429 after 20 from one network address in an hour.")
    void register(@Parameter(hidden = true) Caller caller, @Body NewRegistration body) {
        registration.register(body, caller);
    }
}
