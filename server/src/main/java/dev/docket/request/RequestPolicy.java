package dev.docket.request;

import dev.docket.common.Decision;
import dev.docket.program.Program;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramPolicy;
import dev.docket.program.Viewer;
import java.util.UUID;

/** Who may do what to a request: by role, ownership and status. What else stops a step is {@link LifeCycle}'s. */
public final class RequestPolicy {
    private RequestPolicy() {}

    /** Managers see all; team members all but others' drafts, unless assigned; clients their own and those shared with them. */
    public static boolean sees(Viewer viewer, Request request) {
        return switch (viewer.role()) {
            case MANAGER -> true;
            case TEAM_MEMBER ->
                request.status() != RequestStatus.DRAFT || isOwn(viewer, request) || isAssignee(viewer, request);
            case CLIENT ->
                isOwn(viewer, request)
                        || (request.status() != RequestStatus.DRAFT && request.isSharedWith(viewer.userId()));
        };
    }

    public static Decision mayEdit(ProgramAccess access, Request request) {
        return ProgramPolicy.writable(access.program()).and(roleToEdit(access.viewer(), request));
    }

    /**
     * To check items of checklists, and to change nothing else: also of an approved request, for checklists are worked off
     * while the work is done.
     */
    public static Decision mayCheckItems(ProgramAccess access, Request request) {
        if (request.status() != RequestStatus.APPROVED) {
            return mayEdit(access, request);
        }
        return ProgramPolicy.writable(access.program()).and(managerOrAssignee(access.viewer(), request));
    }

    public static Decision mayDelete(ProgramAccess access, Request request) {
        return ProgramPolicy.writable(access.program())
                .and(Decision.yesIf(
                        request.status() == RequestStatus.DRAFT,
                        "Only a draft can be deleted; this request is "
                                + request.status().words() + "."))
                .and(ownerOrManager(access.viewer(), request, "delete it"));
    }

    /** Whether the viewer's role admits the step at all; the status is not looked at. */
    static Decision mayTake(Transition transition, ProgramAccess access, Request request) {
        Viewer viewer = access.viewer();
        Decision role = switch (transition) {
            case SUBMIT, RESUBMIT -> ownerOrManager(viewer, request, "submit it");
            case WITHDRAW -> ownerOrManager(viewer, request, "withdraw it");
            case REVIEW -> Decision.yesIf(viewer.isManager(), "Only a program manager can take it into review.");
            case APPROVE -> Decision.yesIf(viewer.isManager(), "Only a program manager can approve.");
            case REJECT -> Decision.yesIf(viewer.isManager(), "Only a program manager can reject.");
            case COMPLETE ->
                Decision.yesIf(
                        viewer.isManager() || (viewer.isStaff() && isAssignee(viewer, request)),
                        "Only a program manager or the assignee can complete it.");
        };
        return ProgramPolicy.writable(access.program()).and(role);
    }

    /** To give it to anybody, or to nobody. */
    public static Decision mayAssign(ProgramAccess access, Request request) {
        return assignable(access.program(), request)
                .and(Decision.yesIf(
                        access.viewer().isManager(), "Only a program manager can assign it to somebody else."));
    }

    /** To take it. */
    public static Decision mayAssignSelf(ProgramAccess access, Request request) {
        Viewer viewer = access.viewer();
        Decision role;
        if (viewer.isManager()) {
            role = Decision.YES;
        } else if (viewer.isClient()) {
            role = Decision.no("Only staff of the program can take a request.");
        } else {
            role = Decision.yesIf(
                    request.assignee() == null,
                    "It is assigned already. Only a program manager can assign it to somebody else.");
        }
        return assignable(access.program(), request).and(role);
    }

    /** With other clients of the program. A draft can be shared, too: they see it when it is submitted. */
    static Decision mayShare(ProgramAccess access, Request request) {
        Viewer viewer = access.viewer();
        return ProgramPolicy.writable(access.program())
                .and(Decision.yesIf(
                        viewer.isManager()
                                || isOwn(viewer, request)
                                || (viewer.isStaff() && isAssignee(viewer, request)),
                        "Only its creator, the assignee or a program manager can share it."));
    }

    /** Whoever may share it; participants themselves may leave. */
    static Decision mayStopSharing(ProgramAccess access, Request request, UUID participant) {
        boolean leaves = access.viewer().is(participant) && request.isSharedWith(participant);
        return leaves ? ProgramPolicy.writable(access.program()) : mayShare(access, request);
    }

    static Decision mayWatch(ProgramAccess access) {
        return ProgramPolicy.writable(access.program());
    }

    static Decision maySeeWatchers(Viewer viewer) {
        return Decision.yesIf(viewer.isStaff(), "Only staff of the program can see who watches a request.");
    }

    /** To see what was deleted and bring it back. Whether a limit leaves room is not looked at. */
    static Decision maySeeDeleted(Viewer viewer) {
        return Decision.yesIf(viewer.isManager(), "Only a program manager can see deleted requests.");
    }

    static Decision mayRestore(ProgramAccess access) {
        return ProgramPolicy.writable(access.program())
                .and(Decision.yesIf(
                        access.viewer().isManager(), "Only a program manager can restore a deleted request."));
    }

    public static Decision mayComment(ProgramAccess access) {
        return ProgramPolicy.writable(access.program());
    }

    public static Decision mayCommentInternally(ProgramAccess access) {
        return ProgramPolicy.writable(access.program())
                .and(Decision.yesIf(
                        access.viewer().isStaff(), "Only staff of the program can write internal comments."));
    }

    public static Decision mayAttach(ProgramAccess access) {
        return ProgramPolicy.writable(access.program());
    }

    public static Decision mayAttachInternally(ProgramAccess access) {
        return ProgramPolicy.writable(access.program())
                .and(Decision.yesIf(access.viewer().isStaff(), "Only staff of the program can attach internal files."));
    }

    private static Decision assignable(Program program, Request request) {
        return ProgramPolicy.writable(program)
                .and(Decision.yesIf(
                        request.status() != RequestStatus.COMPLETED,
                        "A completed request stays as it is; nobody can assign it."));
    }

    private static Decision roleToEdit(Viewer viewer, Request request) {
        return switch (request.status()) {
            case DRAFT, REJECTED -> ownerOrManager(viewer, request, "edit it");
            case SUBMITTED, IN_REVIEW -> managerOrAssignee(viewer, request);
            case APPROVED, COMPLETED ->
                Decision.no("A request that is " + request.status().words() + " stays as it is; nobody can edit it.");
        };
    }

    private static Decision managerOrAssignee(Viewer viewer, Request request) {
        return Decision.yesIf(
                viewer.isManager() || (viewer.isStaff() && isAssignee(viewer, request)),
                "While it is " + request.status().words() + ", only a program manager or the assignee can edit it.");
    }

    private static Decision ownerOrManager(Viewer viewer, Request request, String verb) {
        return Decision.yesIf(
                viewer.isManager() || isOwn(viewer, request),
                "Only its creator or a program manager can " + verb + ".");
    }

    private static boolean isOwn(Viewer viewer, Request request) {
        return request.isCreatedBy(viewer.userId());
    }

    private static boolean isAssignee(Viewer viewer, Request request) {
        return request.isAssignedTo(viewer.userId());
    }
}
