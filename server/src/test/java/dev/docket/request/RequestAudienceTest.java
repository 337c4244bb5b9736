package dev.docket.request;

import static dev.docket.program.SampleProgram.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.journal.Audience;
import dev.docket.journal.Reader.Presentation;
import dev.docket.program.ProgramRole;
import dev.docket.program.Viewer;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RequestAudienceTest {
    private static final UUID CREATOR = Ids.next();
    private static final UUID ASSIGNEE = Ids.next();
    private static final UUID PARTICIPANT = Ids.next();

    private static final List<UnaryOperator<SampleRequest>> AUTHORS =
            List.of(request -> request.by(CREATOR), request -> request.byClient(CREATOR));

    /** Whoever sees a request receives what happens to it, and nobody else: the two rules must not drift apart. */
    @ParameterizedTest
    @EnumSource(RequestStatus.class)
    void reachesExactlyThoseWhoSeeTheRequest(RequestStatus status) {
        for (UnaryOperator<SampleRequest> author : AUTHORS) {
            for (boolean assigned : List.of(false, true)) {
                SampleRequest sample = author.apply(SampleRequest.in(status)).sharedWith(PARTICIPANT);
                Request request = (assigned ? sample.assignedTo(ASSIGNEE) : sample).build();
                for (Viewer viewer : viewers(request)) {
                    Presentation reached = viewer.journalReader().presentationOf(RequestAudience.of(request));
                    assertThat(reached != Presentation.NOTHING)
                            .as("%s, %s", viewer, request)
                            .isEqualTo(RequestPolicy.sees(viewer, request));
                    assertThat(reached == Presentation.STAFF && viewer.isClient())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void keepsInternalThingsFromClients() {
        Request request =
                SampleRequest.in(RequestStatus.SUBMITTED).byClient(CREATOR).build();

        assertThat(viewer(ProgramRole.CLIENT, CREATOR)
                        .journalReader()
                        .presentationOf(RequestAudience.internal(request)))
                .isEqualTo(Presentation.NOTHING);
        assertThat(viewer(ProgramRole.TEAM_MEMBER).journalReader().presentationOf(RequestAudience.internal(request)))
                .isEqualTo(Presentation.STAFF);
    }

    @Test
    void tellsThoseWhoLoseSightToForgetAndNobodyElse() {
        Request submitted = SampleRequest.in(RequestStatus.SUBMITTED)
                .by(CREATOR)
                .assignedTo(ASSIGNEE)
                .build();
        Request draft = SampleRequest.draft().by(CREATOR).assignedTo(ASSIGNEE).build();
        Audience withdrawn = RequestAudience.of(submitted).changedTo(RequestAudience.of(draft));

        assertThat(viewer(ProgramRole.TEAM_MEMBER).journalReader().presentationOf(withdrawn))
                .isEqualTo(Presentation.FORGET);
        assertThat(viewer(ProgramRole.TEAM_MEMBER, CREATOR).journalReader().presentationOf(withdrawn))
                .isEqualTo(Presentation.STAFF);
        assertThat(viewer(ProgramRole.TEAM_MEMBER, ASSIGNEE).journalReader().presentationOf(withdrawn))
                .isEqualTo(Presentation.STAFF);
        assertThat(viewer(ProgramRole.MANAGER).journalReader().presentationOf(withdrawn))
                .isEqualTo(Presentation.STAFF);
        assertThat(viewer(ProgramRole.CLIENT).journalReader().presentationOf(withdrawn))
                .isEqualTo(Presentation.NOTHING);
    }

    @Test
    void tellsAParticipantToForgetWhatIsSharedNoMore() {
        Request shared = SampleRequest.in(RequestStatus.SUBMITTED)
                .byClient(CREATOR)
                .sharedWith(PARTICIPANT)
                .build();
        Request alone =
                SampleRequest.in(RequestStatus.SUBMITTED).byClient(CREATOR).build();
        Request withdrawn =
                SampleRequest.draft().byClient(CREATOR).sharedWith(PARTICIPANT).build();
        Viewer participant = viewer(ProgramRole.CLIENT, PARTICIPANT);

        for (Request after : List.of(alone, withdrawn)) {
            Audience audience = RequestAudience.of(shared).changedTo(RequestAudience.of(after));
            assertThat(participant.journalReader().presentationOf(audience)).isEqualTo(Presentation.FORGET);
            assertThat(viewer(ProgramRole.CLIENT, CREATOR).journalReader().presentationOf(audience))
                    .isEqualTo(Presentation.CLIENT);
        }
    }

    @Test
    void tellsNobodyToForgetWhatTheWholeStaffNowSees() {
        Request draft = SampleRequest.draft().by(CREATOR).build();
        Request submitted =
                SampleRequest.in(RequestStatus.SUBMITTED).by(CREATOR).build();

        assertThat(RequestAudience.of(draft)
                        .changedTo(RequestAudience.of(submitted))
                        .isForgottenBySomebody())
                .isFalse();
    }

    private static List<Viewer> viewers(Request request) {
        ProgramRole creator = request.creatorIsClient() ? ProgramRole.CLIENT : ProgramRole.TEAM_MEMBER;
        return List.of(
                viewer(ProgramRole.MANAGER),
                viewer(ProgramRole.TEAM_MEMBER),
                viewer(ProgramRole.CLIENT),
                viewer(ProgramRole.CLIENT, PARTICIPANT),
                viewer(creator, CREATOR),
                viewer(ProgramRole.TEAM_MEMBER, ASSIGNEE));
    }
}
