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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LifeCycleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

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
                NOW,
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

    /** At 23:30 UTC it is the next day already in Berlin, and still afternoon in New York. */
    @ParameterizedTest(name = "from {0} to {1} in {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-23, 2026-11-23, UTC,              -",
                "2026-11-24, -,          UTC,              The program takes requests from 2026-11-24 on; today is 2026-11-23 (time zone: UTC).",
                "2026-11-24, -,          Europe/Berlin,    -",
                "-,          2026-11-23, Europe/Berlin,    The program took requests until 2026-11-23; today is 2026-11-24 (time zone: Europe/Berlin).",
                "-,          2026-11-23, America/New_York, -",
                "-,          2026-11-22, America/New_York, The program took requests until 2026-11-22; today is 2026-11-23 (time zone: America/New_York).",
            })
    void submitsOnlyInTheTimeWindow(LocalDate start, LocalDate end, String timeZone, String refusal) {
        SampleProgram program = active().open(start, end, timeZone);

        for (Transition step : List.of(Transition.SUBMIT, Transition.RESUBMIT)) {
            Verdict verdict = check(
                    step,
                    program,
                    SampleRequest.in(step == Transition.SUBMIT ? RequestStatus.DRAFT : RequestStatus.REJECTED));
            assertThat(verdict)
                    .isEqualTo(
                            refusal == null
                                    ? new Verdict.Allowed()
                                    : new Verdict.Refused(
                                            "time-window", refusal + " A program manager can change that."));
        }
    }

    @Test
    void letsGoOnWhatWasSubmittedInTime() {
        SampleProgram closed = active().withoutApproval().open(null, LocalDate.of(2026, 1, 1), "UTC");

        for (Transition step :
                List.of(Transition.WITHDRAW, Transition.REVIEW, Transition.REJECT, Transition.COMPLETE)) {
            assertThat(check(step, closed, SampleRequest.in(RequestStatus.SUBMITTED)))
                    .isEqualTo(new Verdict.Allowed());
        }
    }

    @Test
    void completesOnlyCompleteChecklistsWhereTheProgramSaysSo() {
        SampleProgram program = active().field("safety", FieldType.CHECKLIST);
        SampleRequest half = SampleRequest.in(RequestStatus.APPROVED).checked("safety", "vest");

        assertThat(check(Transition.COMPLETE, program, half)).isEqualTo(new Verdict.Allowed());
        assertThat(check(Transition.COMPLETE, program.completeChecklistsOnly(), half))
                .isEqualTo(new Verdict.Refused(
                        "checklists", "Some items of checklists are not checked yet: Label of safety (1 of 2)."));
        assertThat(check(
                        Transition.COMPLETE,
                        program,
                        SampleRequest.in(RequestStatus.APPROVED).checked("safety", "helmet", "vest")))
                .isEqualTo(new Verdict.Allowed());
        assertThat(check(Transition.APPROVE, program, SampleRequest.in(RequestStatus.IN_REVIEW)))
                .isEqualTo(new Verdict.Allowed());
    }

    /** An item that the checklist has lost counts for nothing. */
    @Test
    void countsOnlyItemsThatAreConfigured() {
        SampleProgram program =
                active().completeChecklistsOnly().field("safety", FieldType.CHECKLIST, true, Visibility.EVERYONE);

        assertThat(check(Transition.SUBMIT, program, SampleRequest.draft().checked("safety", "gone")))
                .isEqualTo(new Verdict.Refused(
                        "required-fields", "Some required fields have no value yet: Label of safety."));
        assertThat(check(
                        Transition.COMPLETE,
                        program,
                        SampleRequest.in(RequestStatus.APPROVED).checked("safety", "gone", "vest")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void doesNotAskClientsForFieldsThatTheyDoNotSee() {
        ProgramAccess client =
                active().field("site", FieldType.TEXT, true, Visibility.STAFF).seenBy(viewer(ProgramRole.CLIENT));
        Request own = SampleRequest.draft().byClient(client.viewer().userId()).build();

        assertThat(LifeCycle.check(Transition.SUBMIT, client, own, NOW, LifeCycleTest::notAsked))
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
                NOW,
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
                        NOW,
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
                step, program.seenBy(viewer(ProgramRole.MANAGER)), request.build(), NOW, LifeCycleTest::notAsked);
    }

    private static ActiveUsage notAsked() {
        throw new AssertionError("usage was asked for");
    }
}
