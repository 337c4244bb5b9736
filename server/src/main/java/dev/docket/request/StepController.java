package dev.docket.request;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each step of the life cycle is a resource of its own. The version may come as If-Match or in the body. */
@Controller("/api/v1/programs/{programId}/requests/{requestId}")
@Tag(name = "Life cycle")
final class StepController {
    private final RequestSteps steps;

    StepController(RequestSteps steps) {
        this.steps = steps;
    }

    @FunctionalInterface
    private interface Verb {
        RequestDetail take(Actor actor, UUID programId, UUID requestId, SeenVersion seen);
    }

    @Post("/submission")
    @Operation(
            operationId = "submitRequest",
            summary = "Submit a draft, or a rejected request again (its creator, program managers)")
    RequestDetail submit(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.@Nullable Step body) {
        return take(steps::submit, actor, programId, requestId, ifMatch, body);
    }

    @Delete("/submission")
    @Operation(
            operationId = "withdrawRequest",
            summary = "Withdraw: back to draft, before review begins (its creator, program managers)")
    RequestDetail withdraw(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.@Nullable Step body) {
        return take(steps::withdraw, actor, programId, requestId, ifMatch, body);
    }

    @Post("/review")
    @Operation(operationId = "reviewRequest", summary = "Take into review (program managers)")
    RequestDetail review(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.@Nullable Step body) {
        return take(steps::review, actor, programId, requestId, ifMatch, body);
    }

    @Post("/approval")
    @Operation(operationId = "approveRequest", summary = "Approve (program managers)")
    RequestDetail approve(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.@Nullable Step body) {
        return take(steps::approve, actor, programId, requestId, ifMatch, body);
    }

    @Post("/rejection")
    @Operation(operationId = "rejectRequest", summary = "Reject, with a reason (program managers)")
    RequestDetail reject(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.Rejection body) {
        return steps.reject(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                SeenVersion.of(ifMatch, body.version()),
                body.reason());
    }

    @Post("/completion")
    @Operation(operationId = "completeRequest", summary = "Complete (program managers, the assignee)")
    RequestDetail complete(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.@Nullable Step body) {
        return take(steps::complete, actor, programId, requestId, ifMatch, body);
    }

    @Put("/assignee")
    @Operation(
            operationId = "assignRequest",
            summary = "Assign to a member of the staff, or to nobody (program managers); take it (staff)")
    RequestDetail assign(
            Actor actor,
            String programId,
            String requestId,
            @Header("If-Match") @Nullable String ifMatch,
            @Body RequestInput.Assignment body) {
        if (!body.userId().named()) {
            throw Problem.invalid("userId", "missing (expected: the id of a user, or null)");
        }
        return steps.assign(
                actor,
                Ids.parse("program", programId),
                Ids.parse("request", requestId),
                body.userId().value(),
                SeenVersion.of(ifMatch, body.version()));
    }

    private static RequestDetail take(
            Verb verb,
            Actor actor,
            String programId,
            String requestId,
            @Nullable String ifMatch,
            RequestInput.@Nullable Step body) {
        SeenVersion seen = SeenVersion.of(ifMatch, body == null ? null : body.version());
        return verb.take(actor, Ids.parse("program", programId), Ids.parse("request", requestId), seen);
    }
}
