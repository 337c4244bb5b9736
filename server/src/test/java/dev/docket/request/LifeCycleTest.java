package dev.docket.request;

import static dev.docket.program.SampleProgram.active;
import static dev.docket.program.SampleProgram.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.program.ActiveUsage;
import dev.docket.program.FieldDefinition.Visibility;
import dev.docket.program.FieldType;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramRole;
import dev.docket.program.SampleProgram;
import dev.docket.request.LifeCycle.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LifeCycleTest {
    /** Each cell: the step from the status of the row to the status of the column; - where there is none. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // to:        draft     submitted  in_review  approved  rejected  completed
        "draft,       -,        SUBMIT,    -,         -,        -,        -",
        "submitted,   WITHDRAW, -,         REVIEW,    -,        REJECT,   -",
        "in_review,   -,        -,         -,         APPROVE,  REJECT,   -",
        "approved,    -,        -,         -,         -,        -,        COMPLETE",
        "rejected,    -,        RESUBMIT,  -,         -,        -,        -",
        "completed,   -,        -,         -,         -,        -,        -",
    })
    void knowsExactlyTheseSteps(
            String from,
            String draft,
            String submitted,
            String inReview,
            String approved,
            String rejected,
            String completed) {
        assertThat(stepsFrom(from, active()))
                .containsExactly(draft, submitted, inReview, approved, rejected, completed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"draft, -", "submitted, COMPLETE", "in_review, COMPLETE", "approved, COMPLETE", "rejected, -"})
    void completesSoonerWhereNoApprovalIsRequired(String from, String step) {
        assertThat(stepsFrom(from, active().withoutApproval()).getLast()).isEqualTo(step);
    }

    @Test
    void namesTheStatusThatStopsAStep() {
        Verdict verdict = check(Transition.APPROVE, active(), SampleRequest.in(RequestStatus.SUBMITTED));

        assertThat(verdict)
                .isEqualTo(new Verdict.Refused(
                        "status", "A request that is submitted cannot be approved; that is possible from: in review."));
    }

    @Test
    void asksForRoleBeforeStatus() {
        Verdict verdict = LifeCycle.check(
                Transition.APPROVE,
                active().seenBy(viewer(ProgramRole.CLIENT)),
                SampleRequest.draft().build(),
                LifeCycleTest::notAsked);

        assertThat(verdict).isEqualTo(new Verdict.Forbidden("Only a program manager can approve."));
    }

    @Test
    void submitsOnlyWithAllRequiredFields() {
        SampleProgram program = active().field("cost", FieldType.TEXT, true, Visibility.EVERYONE)
                .field("site", FieldType.TEXT, true, Visibility.STAFF)
                .field("note", FieldType.TEXT, false, Visibility.EVERYONE);

        assertThat(check(Transition.SUBMIT, program, SampleRequest.draft()))
                .isEqualTo(new Verdict.Refused(
                        "required-fields", "Some required fields have no value yet: Label of cost, Label of site."));
        assertThat(check(
                        Transition.SUBMIT,
                        program,
                        SampleRequest.draft().with("cost", "5").with("site", "A")))
                .isEqualTo(new Verdict.Allowed());
    }

    @Test
    void doesNotAskClientsForFieldsThatTheyDoNotSee() {
        ProgramAccess client =
                active().field("site", FieldType.TEXT, true, Visibility.STAFF).seenBy(viewer(ProgramRole.CLIENT));
        Request own = SampleRequest.draft().byClient(client.viewer().userId()).build();

        assertThat(LifeCycle.check(Transition.SUBMIT, client, own, LifeCycleTest::notAsked))
                .isEqualTo(new Verdict.Allowed());
    }

    @ParameterizedTest(name = "limits {0} and {1}, {2} active and {3} of the creator: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 9, 9, -",
                "3, -, 2, 2, -",
                "3, -, 3, 0, maxActiveRequests",
                "3, -, 4, 0, maxActiveRequests",
                "-, 2, 9, 1, -",
                "-, 2, 9, 2, maxActiveRequestsPerUser",
                "9, 2, 9, 2, maxActiveRequests",
            })
    void stopsAtALimit(Integer program, Integer perUser, int active, int ofCreator, String limit) {
        Verdict verdict = LifeCycle.check(
                Transition.SUBMIT,
                active().limits(program, perUser).seenBy(viewer(ProgramRole.MANAGER)),
                SampleRequest.draft().build(),
                () -> new ActiveUsage(active, ofCreator));

        assertThat(verdict instanceof Verdict.Full full ? full.limit().name() : null)
                .isEqualTo(limit);
    }

    @Test
    void countsOnlyForStepsThatAddAnActiveRequest() {
        for (RequestStatus status : List.of(RequestStatus.SUBMITTED, RequestStatus.IN_REVIEW, RequestStatus.APPROVED)) {
            for (Transition step : Transition.values()) {
                Verdict verdict = LifeCycle.check(
                        step,
                        active().limits(1, 1).seenBy(viewer(ProgramRole.MANAGER)),
                        SampleRequest.in(status).build(),
                        LifeCycleTest::notAsked);
                assertThat(verdict).isNotInstanceOf(Verdict.Full.class);
            }
        }
    }

    /** By target status in the order of the enum. */
    private static List<String> stepsFrom(String from, SampleProgram program) {
        RequestStatus status = RequestStatus.ofName(from);
        return Arrays.stream(RequestStatus.values())
                .map(to -> Arrays.stream(Transition.values())
                        .filter(step -> step.to() == to)
                        .filter(step -> check(step, program, SampleRequest.in(status)) instanceof Verdict.Allowed)
                        .map(Enum::name)
                        .findFirst()
                        .orElse("-"))
                .toList();
    }

    private static Verdict check(Transition step, SampleProgram program, SampleRequest request) {
        return LifeCycle.check(
                step, program.seenBy(viewer(ProgramRole.MANAGER)), request.build(), LifeCycleTest::notAsked);
    }

    private static ActiveUsage notAsked() {
        throw new AssertionError("usage was asked for");
    }
}
