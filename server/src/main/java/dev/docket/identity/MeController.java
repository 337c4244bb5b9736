package dev.docket.identity;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whoever asks. */
@Controller("/api/v1/me")
@Tag(name = "People")
final class MeController {
    private final OwnAccount account;

    MeController(OwnAccount account) {
        this.account = account;
    }

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @Schema(requiredMode = RequiredMode.REQUIRED, format = "password") @Nullable
            String currentPassword,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    format = "password",
                    minLength = UserRules.MIN_PASSWORD,
                    maxLength = UserRules.MAX_PASSWORD)
            @Nullable
            String password) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    @Get
    @Operation(operationId = "me", summary = "Who is logged in, and what they may do outside of programs")
    Me me(Actor actor) {
        return Me.of(account.get(actor));
    }

    @Patch
    @Operation(
            operationId = "updateMe",
            summary = "Change one's own name",
            description = "The e-mail address and the role are an admin's to change.")
    Me changeNames(Actor actor, @Body NameChanges body) {
        return Me.of(account.changeNames(actor, body));
    }

    @Put("/password")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changePassword",
            summary = "Change one's own password",
            description = "All other log-ins end; this one goes on. 400 if the present password is wrong, "
                    + "429 after as many of those as at the log-in.")
    void changePassword(Actor actor, @Parameter(hidden = true) Caller caller, @Body PasswordChange body) {
        account.changePassword(actor, body.currentPassword(), body.password(), caller);
    }
}
