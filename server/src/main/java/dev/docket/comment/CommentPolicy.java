package dev.docket.comment;

import dev.docket.common.Decision;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Viewer;
import dev.docket.request.RequestPolicy;

/** Who may do what with the comments of a request that they see. */
final class CommentPolicy {
    private CommentPolicy() {}

    /** A deleted comment exists only for those who might restore it. */
    static boolean sees(Viewer viewer, Comment comment) {
        return (viewer.isStaff() || !comment.internal())
                && (comment.deletion() == null || isAuthorOrManager(viewer, comment));
    }

    static Decision mayAdd(ProgramAccess access, boolean internal) {
        return internal ? RequestPolicy.mayCommentInternally(access) : RequestPolicy.mayComment(access);
    }

    /** Nobody puts words into somebody else's mouth, managers neither. */
    static Decision mayEdit(ProgramAccess access, Comment comment) {
        return RequestPolicy.mayComment(access)
                .and(Decision.yesIf(access.viewer().is(comment.author().id()), "Only its author can edit a comment."));
    }

    /** Whoever may comment here may take back their own; a manager any. */
    static Decision mayDelete(ProgramAccess access, Comment comment) {
        return RequestPolicy.mayComment(access)
                .and(Decision.yesIf(
                        isAuthorOrManager(access.viewer(), comment),
                        "Only its author or a program manager can delete a comment."));
    }

    /** Authors restore what they deleted themselves, not what a manager took away. */
    static Decision mayRestore(ProgramAccess access, Comment comment) {
        Viewer viewer = access.viewer();
        boolean ownDeletion =
                comment.deletion() != null && viewer.is(comment.deletion().by());
        return RequestPolicy.mayComment(access)
                .and(Decision.yesIf(
                        viewer.isManager() || ownDeletion,
                        "A program manager deleted this comment; only a program manager can restore it."));
    }

    private static boolean isAuthorOrManager(Viewer viewer, Comment comment) {
        return viewer.isManager() || viewer.is(comment.author().id());
    }
}
