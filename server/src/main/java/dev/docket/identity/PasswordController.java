package dev.docket.identity;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For people who have lost their password. */
@Controller("/api/v1/auth")
@Open
@Tag(name = "People")
class PasswordController {
    private final PasswordResets resets;

    PasswordController(PasswordResets resets) {
        this.resets = resets;
    }

    @Schema(name = "PasswordResetRequest")
    record ResetRequest(
            @Schema(requiredMode = RequiredMode.REQUIRED, format = "email", maxLength = UserRules.MAX_EMAIL) @Nullable
            String email) {}

    @Schema(name = "PasswordReset")
    record Reset(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "What follows the # of the link") @Nullable
            String token,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    format = "password",
                    minLength = UserRules.MIN_PASSWORD,
                    maxLength = UserRules.MAX_PASSWORD)
            @Nullable
            String password) {
        @Override
        public String toString() {
            return "Reset[]";
        }
    }

    @Post("/password-reset-requests")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Ask the admins for a link to set a new password",
            description = "The answer is the same whether the address belongs to somebody or not. "
                    + "At most 3 an hour for one address of e-mail, 20 for one of the network; then 429.")
    void requestReset(@Parameter(hidden = true) Caller caller, @Body ResetRequest body) {
        resets.request(body.email(), caller);
    }

    @Put("/password")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resetPassword",
            summary = "Set a new password with the token of a link",
            description = "The link is good once and for an hour. All log-ins of the user end. "
                    + "400 if the link is not valid (any more), 429 after 30 of those in a quarter of an hour.")
    void reset(@Parameter(hidden = true) Caller caller, @Body Reset body) {
        resets.use(body.token(), body.password(), caller);
    }
}
