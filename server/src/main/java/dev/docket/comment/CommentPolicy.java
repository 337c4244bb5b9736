package dev.docket.comment;

import dev.docket.common.Decision;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Viewer;
import dev.docket.request.RequestPolicy;

/** Who may do what with the comments of a request that they see. */
final class CommentPolicy {
    private CommentPolicy() {}

    static boolean sees(Viewer viewer, Comment comment) {
        return viewer.isStaff() || !comment.internal();
    }

    static Decision mayAdd(ProgramAccess access, boolean internal) {
        return internal ? RequestPolicy.mayCommentInternally(access) : RequestPolicy.mayComment(access);
    }

    /** Whoever may comment here may take back their own; a manager any. */
    static Decision mayDelete(ProgramAccess access, Comment comment) {
        Viewer viewer = access.viewer();
        return RequestPolicy.mayComment(access)
                .and(Decision.yesIf(
                        viewer.isManager() || viewer.is(comment.author().id()),
                        "Only its author or a program manager can delete a comment."));
    }
}
