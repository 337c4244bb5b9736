package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.common.Person;
import dev.docket.identity.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member as REST and events speak it. Clients see names and roles only. */
@Schema(name = "Member")
public record MemberView(
        Person user,

        @Schema(description = "For staff") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String email,

        ProgramRole role,

        @Schema(description = "For staff") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Role globalRole,

        @Schema(
                description =
                        "For staff: whether the account is active; an inactive one keeps its requests and gets no new")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean active,

        Instant addedAt) {

    static MemberView of(Viewer viewer, Member member) {
        return viewer.isStaff() ? forStaff(member) : forClients(member);
    }

    static MemberView forStaff(Member member) {
        return new MemberView(
                member.user(), member.email(), member.role(), member.globalRole(), member.active(), member.addedAt());
    }

    static MemberView forClients(Member member) {
        return new MemberView(member.user(), null, member.role(), null, null, member.addedAt());
    }
}
