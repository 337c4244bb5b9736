package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.docket.common.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A program as REST answers it: with what the viewer may do there.
 *
 * @param cannot a sentence for each false in {@code can}
 * @param openRequests active requests that the viewer may see
 */
@Schema(name = "Program")
public record ProgramDetail(
        @JsonUnwrapped ProgramView program, ProgramRole myRole, Can can, Map<Action, String> cannot, int openRequests) {

    /** What somebody may want to do to a program that they see. */
    public enum Action {
        @JsonProperty("edit")
        EDIT,
        @JsonProperty("archive")
        ARCHIVE,
        @JsonProperty("unarchive")
        UNARCHIVE,
        @JsonProperty("manageMembers")
        MANAGE_MEMBERS,
        @JsonProperty("createRequest")
        CREATE_REQUEST
    }

    /** The policy's answers, one per {@link Action}. */
    @Schema(name = "ProgramCan")
    public record Can(boolean edit, boolean archive, boolean unarchive, boolean manageMembers, boolean createRequest) {}

    static ProgramDetail of(ProgramAccess access, ActiveUsage usage, Instant now) {
        Map<Action, String> cannot = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            String refusal = decide(action, access, usage, now).refusal();
            if (refusal != null) {
                cannot.put(action, refusal);
            }
        }
        Can can = new Can(
                !cannot.containsKey(Action.EDIT),
                !cannot.containsKey(Action.ARCHIVE),
                !cannot.containsKey(Action.UNARCHIVE),
                !cannot.containsKey(Action.MANAGE_MEMBERS),
                !cannot.containsKey(Action.CREATE_REQUEST));
        int open = access.viewer().isStaff() ? usage.program() : usage.creator();
        return new ProgramDetail(ProgramView.of(access), access.viewer().role(), can, cannot, open);
    }

    private static Decision decide(Action action, ProgramAccess access, ActiveUsage usage, Instant now) {
        return switch (action) {
            case EDIT -> ProgramPolicy.mayEdit(access);
            case ARCHIVE -> ProgramPolicy.mayArchive(access);
            case UNARCHIVE -> ProgramPolicy.mayUnarchive(access);
            case MANAGE_MEMBERS -> ProgramPolicy.mayManageMembers(access);
            case CREATE_REQUEST ->
                ProgramPolicy.mayCreateRequest(access)
                        .and(new Decision(access.program().window().refusal(now)))
                        .and(ReachedLimit.of(access.program(), usage)
                                .map(limit -> Decision.no(limit.sentence()))
                                .orElse(Decision.YES));
        };
    }
}
