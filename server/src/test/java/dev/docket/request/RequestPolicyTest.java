package dev.docket.request;

import static dev.docket.program.SampleProgram.viewer;
import static dev.docket.request.RequestStatus.APPROVED;
import static dev.docket.request.RequestStatus.COMPLETED;
import static dev.docket.request.RequestStatus.DRAFT;
import static dev.docket.request.RequestStatus.REJECTED;
import static dev.docket.request.RequestStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Decision;
import dev.docket.common.Ids;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramRole;
import dev.docket.program.SampleProgram;
import dev.docket.program.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 1 of the rules: who may do what. Columns: statuses in which it is allowed, or - for never. */
final class RequestPolicyTest {
    private static final UUID ME = Ids.next();

    /** What somebody is to a request. */
    enum Tie {
        NONE,
        CREATOR,
        ASSIGNEE,
        PARTICIPANT
    }

    @ParameterizedTest(name = "{0} as {1} sees: {2}")
    @CsvSource({
        "MANAGER,     NONE,     draft submitted in_review approved rejected completed",
        "TEAM_MEMBER, NONE,     submitted in_review approved rejected completed",
        "TEAM_MEMBER, CREATOR,  draft submitted in_review approved rejected completed",
        "TEAM_MEMBER, ASSIGNEE, draft submitted in_review approved rejected completed",
        "CLIENT,      NONE,     -",
        "CLIENT,      CREATOR,  draft submitted in_review approved rejected completed",
        "CLIENT,      PARTICIPANT, submitted in_review approved rejected completed",
    })
    void showsRequests(ProgramRole role, Tie tie, String statuses) {
        assertThat(statuses(
                        role,
                        tie,
                        (access, request) ->
                                Decision.yesIf(RequestPolicy.sees(access.viewer(), request), "It is not visible.")))
                .isEqualTo(statuses);
    }

    @ParameterizedTest(name = "{0} as {1} edits: {2}")
    @CsvSource({
        "MANAGER,     NONE,     draft submitted in_review rejected",
        "TEAM_MEMBER, NONE,     -",
        "TEAM_MEMBER, CREATOR,  draft rejected",
        "TEAM_MEMBER, ASSIGNEE, submitted in_review",
        "CLIENT,      NONE,     -",
        "CLIENT,      CREATOR,  draft rejected",
        "CLIENT,      PARTICIPANT, -",
    })
    void letsEdit(ProgramRole role, Tie tie, String statuses) {
        assertThat(statuses(role, tie, RequestPolicy::mayEdit)).isEqualTo(statuses);
    }

    @ParameterizedTest(name = "{0} as {1} checks items: {2}")
    @CsvSource({
        "MANAGER,     NONE,     draft submitted in_review approved rejected",
        "TEAM_MEMBER, NONE,     -",
        "TEAM_MEMBER, CREATOR,  draft rejected",
        "TEAM_MEMBER, ASSIGNEE, submitted in_review approved",
        "CLIENT,      NONE,     -",
        "CLIENT,      CREATOR,  draft rejected",
    })
    void letsCheckItems(ProgramRole role, Tie tie, String statuses) {
        assertThat(statuses(role, tie, RequestPolicy::mayCheckItems)).isEqualTo(statuses);
    }

    @ParameterizedTest(name = "{0} as {1} deletes: {2}")
    @CsvSource({
        "MANAGER,     NONE,     draft",
        "TEAM_MEMBER, NONE,     -",
        "TEAM_MEMBER, CREATOR,  draft",
        "TEAM_MEMBER, ASSIGNEE, -",
        "CLIENT,      NONE,     -",
        "CLIENT,      CREATOR,  draft",
    })
    void letsDeleteDrafts(ProgramRole role, Tie tie, String statuses) {
        assertThat(statuses(role, tie, RequestPolicy::mayDelete)).isEqualTo(statuses);
    }

    @ParameterizedTest(name = "{0} as {1} takes the steps: {2}")
    @CsvSource({
        "MANAGER,     NONE,     SUBMIT RESUBMIT WITHDRAW REVIEW APPROVE REJECT COMPLETE",
        "TEAM_MEMBER, NONE,     -",
        "TEAM_MEMBER, CREATOR,  SUBMIT RESUBMIT WITHDRAW",
        "TEAM_MEMBER, ASSIGNEE, COMPLETE",
        "CLIENT,      NONE,     -",
        "CLIENT,      CREATOR,  SUBMIT RESUBMIT WITHDRAW",
        "CLIENT,      PARTICIPANT, -",
    })
    void letsTakeSteps(ProgramRole role, Tie tie, String steps) {
        Request request = request(SUBMITTED, role, tie);
        ProgramAccess access = SampleProgram.active().seenBy(viewer(role, ME));

        assertThat(joined(Arrays.stream(Transition.values())
                        .filter(step ->
                                RequestPolicy.mayTake(step, access, request).allowed())
                        .map(Enum::name)
                        .toList()))
                .isEqualTo(steps);
    }

    @ParameterizedTest(name = "{0} as {1} assigns: {2}; takes: {3}")
    @CsvSource({
        "MANAGER,     NONE,     draft submitted in_review approved rejected, draft submitted in_review approved rejected",
        "TEAM_MEMBER, NONE,     -,                                          draft submitted in_review approved rejected",
        "TEAM_MEMBER, ASSIGNEE, -,                                          -",
        "CLIENT,      CREATOR,  -,                                          -",
    })
    void letsAssign(ProgramRole role, Tie tie, String assigns, String takes) {
        assertThat(statuses(role, tie, RequestPolicy::mayAssign)).isEqualTo(assigns);
        assertThat(statuses(role, tie, RequestPolicy::mayAssignSelf)).isEqualTo(takes);
    }

    @ParameterizedTest(name = "{0} as {1} shares: {2}")
    @CsvSource({
        "MANAGER,     NONE,        true",
        "TEAM_MEMBER, NONE,        false",
        "TEAM_MEMBER, CREATOR,     true",
        "TEAM_MEMBER, ASSIGNEE,    true",
        "CLIENT,      CREATOR,     true",
        "CLIENT,      PARTICIPANT, false",
    })
    void letsShare(ProgramRole role, Tie tie, boolean shares) {
        ProgramAccess access = SampleProgram.active().seenBy(viewer(role, ME));
        Request request = request(SUBMITTED, role, tie);

        assertThat(RequestPolicy.mayShare(access, request).allowed()).isEqualTo(shares);
        assertThat(RequestPolicy.mayStopSharing(access, request, Ids.next()).allowed())
                .isEqualTo(shares);
        assertThat(RequestPolicy.mayStopSharing(access, request, ME).allowed())
                .isEqualTo(shares || tie == Tie.PARTICIPANT);
    }

    @ParameterizedTest
    @EnumSource(ProgramRole.class)
    void letsOnlyManagersRestore(ProgramRole role) {
        ProgramAccess access = SampleProgram.active().seenBy(viewer(role));

        assertThat(RequestPolicy.mayRestore(access).allowed()).isEqualTo(role == ProgramRole.MANAGER);
        assertThat(RequestPolicy.maySeeDeleted(access.viewer()).allowed()).isEqualTo(role == ProgramRole.MANAGER);
    }

    @ParameterizedTest
    @EnumSource(ProgramRole.class)
    void letsEverybodyCommentAndOnlyStaffInternally(ProgramRole role) {
        ProgramAccess access = SampleProgram.active().seenBy(viewer(role));

        assertThat(RequestPolicy.mayComment(access).allowed()).isTrue();
        assertThat(RequestPolicy.mayAttach(access).allowed()).isTrue();
        assertThat(RequestPolicy.mayCommentInternally(access).allowed()).isEqualTo(role.isStaff());
        assertThat(RequestPolicy.mayAttachInternally(access).allowed()).isEqualTo(role.isStaff());
    }

    @Test
    void letsNobodyDoAnythingInAnArchivedProgram() {
        ProgramAccess access = SampleProgram.active().archived().seenBy(viewer(ProgramRole.MANAGER, ME));
        Request draft = request(DRAFT, ProgramRole.MANAGER, Tie.CREATOR);

        assertThat(List.of(
                        RequestPolicy.mayEdit(access, draft),
                        RequestPolicy.mayDelete(access, draft),
                        RequestPolicy.mayTake(Transition.SUBMIT, access, draft),
                        RequestPolicy.mayAssign(access, draft),
                        RequestPolicy.mayAssignSelf(access, draft),
                        RequestPolicy.mayShare(access, draft),
                        RequestPolicy.mayStopSharing(access, draft, ME),
                        RequestPolicy.mayWatch(access),
                        RequestPolicy.mayRestore(access),
                        RequestPolicy.mayComment(access),
                        RequestPolicy.mayCommentInternally(access),
                        RequestPolicy.mayAttach(access),
                        RequestPolicy.mayAttachInternally(access)))
                .extracting(Decision::refusal)
                .containsOnly("The program is archived and can only be read."
                        + " A program manager can make it active again.");
    }

    @Test
    void saysWhoCould() {
        ProgramAccess access = SampleProgram.active().seenBy(viewer(ProgramRole.TEAM_MEMBER, ME));

        assertThat(RequestPolicy.mayEdit(access, request(SUBMITTED, ProgramRole.TEAM_MEMBER, Tie.NONE))
                        .refusal())
                .isEqualTo("While it is submitted, only a program manager or the assignee can edit it.");
        assertThat(RequestPolicy.mayEdit(access, request(APPROVED, ProgramRole.TEAM_MEMBER, Tie.CREATOR))
                        .refusal())
                .isEqualTo("A request that is approved stays as it is; nobody can edit it.");
        assertThat(RequestPolicy.mayDelete(access, request(REJECTED, ProgramRole.TEAM_MEMBER, Tie.CREATOR))
                        .refusal())
                .isEqualTo("Only a draft can be deleted; this request is rejected.");
        assertThat(RequestPolicy.mayAssign(access, request(COMPLETED, ProgramRole.TEAM_MEMBER, Tie.NONE))
                        .refusal())
                .isEqualTo("A completed request stays as it is; nobody can assign it.");
    }

    private static String statuses(ProgramRole role, Tie tie, BiFunction<ProgramAccess, Request, Decision> rule) {
        Viewer me = viewer(role, ME);
        ProgramAccess access = SampleProgram.active().seenBy(me);
        return joined(Arrays.stream(RequestStatus.values())
                .filter(status -> rule.apply(access, request(status, role, tie)).allowed())
                .map(RequestStatus::wireName)
                .toList());
    }

    private static Request request(RequestStatus status, ProgramRole role, Tie tie) {
        SampleRequest request = SampleRequest.in(status);
        return switch (tie) {
            case NONE -> request.build();
            case CREATOR ->
                role.isStaff() ? request.by(ME).build() : request.byClient(ME).build();
            case ASSIGNEE -> request.assignedTo(ME).build();
            case PARTICIPANT -> request.sharedWith(ME).build();
        };
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "-" : names.stream().collect(Collectors.joining(" "));
    }
}
