package dev.docket.program;

import dev.docket.common.Ids;
import dev.docket.common.Problem;
import dev.docket.identity.Actor;
import dev.docket.journal.Positioned;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/programs/{programId}/members")
@Tag(name = "Members")
final class MemberController {
    private final Memberships memberships;

    MemberController(Memberships memberships) {
        this.memberships = memberships;
    }

    @Schema(name = "MemberList")
    record MemberList(List<MemberView> data) {}

    @Schema(name = "NewMember")
    record NewMember(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            UUID userId,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            ProgramRole role) {}

    @Schema(name = "MemberEdit")
    record MemberEdit(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            ProgramRole role) {}

    @Get
    @Operation(operationId = "listMembers", summary = "The members, by name; clients see names and roles only")
    HttpResponse<MemberList> list(Actor actor, String programId) {
        Positioned<List<MemberView>> found = memberships.list(actor, Ids.parse("program", programId));
        return HttpResponse.ok(new MemberList(found.value()))
                .header(Positioned.HEADER, found.position().toHeader());
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addMember", summary = "Add a member (program managers)")
    MemberView add(Actor actor, String programId, @Body NewMember input) {
        UUID program = Ids.parse("program", programId);
        return memberships.add(actor, program, given("userId", input.userId()), given("role", input.role()));
    }

    @Patch("/{userId}")
    @Operation(operationId = "changeMemberRole", summary = "Change a member's role (program managers)")
    MemberView changeRole(Actor actor, String programId, String userId, @Body MemberEdit input) {
        UUID program = Ids.parse("program", programId);
        return memberships.changeRole(actor, program, Ids.parse("member", userId), given("role", input.role()));
    }

    @Delete("/{userId}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeMember", summary = "Remove a member (program managers)")
    void remove(Actor actor, String programId, String userId) {
        memberships.remove(actor, Ids.parse("program", programId), Ids.parse("member", userId));
    }

    private static <T> T given(String path, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(path, "missing (expected: a value)");
        }
        return value;
    }
}
