package dev.docket.attachment;

import dev.docket.common.Decision;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Viewer;
import dev.docket.request.RequestPolicy;

/** Who may do what with the files of a request that they see. */
final class AttachmentPolicy {
    private AttachmentPolicy() {}

    /** To see it is to may download it. A deleted one exists only for those who might restore it. */
    static boolean sees(Viewer viewer, Attachment attachment) {
        return (viewer.isStaff() || !attachment.internal())
                && (attachment.deletion() == null || isUploaderOrManager(viewer, attachment));
    }

    static Decision mayUpload(ProgramAccess access, boolean internal) {
        return internal ? RequestPolicy.mayAttachInternally(access) : RequestPolicy.mayAttach(access);
    }

    /** Whoever may attach here may take back their own; a manager any. */
    static Decision mayDelete(ProgramAccess access, Attachment attachment) {
        return RequestPolicy.mayAttach(access)
                .and(Decision.yesIf(
                        isUploaderOrManager(access.viewer(), attachment),
                        "Only who uploaded it or a program manager can delete a file."));
    }

    /** Uploaders restore what they deleted themselves, not what a manager took away. */
    static Decision mayRestore(ProgramAccess access, Attachment attachment) {
        Viewer viewer = access.viewer();
        boolean ownDeletion =
                attachment.deletion() != null && viewer.is(attachment.deletion().by());
        return RequestPolicy.mayAttach(access)
                .and(Decision.yesIf(
                        viewer.isManager() || ownDeletion,
                        "A program manager deleted this file; only a program manager can restore it."));
    }

    private static boolean isUploaderOrManager(Viewer viewer, Attachment attachment) {
        return viewer.isManager() || viewer.is(attachment.uploadedBy().id());
    }
}
