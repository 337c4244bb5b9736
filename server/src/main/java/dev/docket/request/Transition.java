package dev.docket.request;

import static dev.docket.request.RequestStatus.APPROVED;
import static dev.docket.request.RequestStatus.COMPLETED;
import static dev.docket.request.RequestStatus.DRAFT;
import static dev.docket.request.RequestStatus.IN_REVIEW;
import static dev.docket.request.RequestStatus.REJECTED;
import static dev.docket.request.RequestStatus.SUBMITTED;

import dev.docket.program.Program;
import java.util.Set;

/** The transition table: every step of the life cycle there is. Completed is final. */
enum Transition {
    SUBMIT(SUBMITTED, "submitted"),
    RESUBMIT(SUBMITTED, "submitted again"),
    WITHDRAW(DRAFT, "withdrawn"),
    REVIEW(IN_REVIEW, "taken into review"),
    APPROVE(APPROVED, "approved"),
    REJECT(REJECTED, "rejected"),
    COMPLETE(COMPLETED, "completed");

    private final RequestStatus to;
    private final String participle;

    Transition(RequestStatus to, String participle) {
        this.to = to;
        this.participle = participle;
    }

    Set<RequestStatus> from(Program program) {
        return switch (this) {
            case SUBMIT -> Set.of(DRAFT);
            case RESUBMIT -> Set.of(REJECTED);
            case WITHDRAW, REVIEW -> Set.of(SUBMITTED);
            case APPROVE -> Set.of(IN_REVIEW);
            case REJECT -> Set.of(SUBMITTED, IN_REVIEW);
            case COMPLETE -> program.requireApproval() ? Set.of(APPROVED) : Set.of(SUBMITTED, IN_REVIEW, APPROVED);
        };
    }

    /** What handing in a request means for it now. */
    static Transition toSubmit(Request request) {
        return request.status() == REJECTED ? RESUBMIT : SUBMIT;
    }

    RequestStatus to() {
        return to;
    }

    /** As it stands in a sentence: {@code can be taken into review}. */
    String participle() {
        return participle;
    }

    /** Whether the step makes a request count against the program's limits that did not count before. */
    boolean activates(RequestStatus current) {
        return !current.isActive() && to.isActive();
    }
}
