package dev.docket.attachment;

import dev.docket.common.Decision;
import dev.docket.program.ProgramAccess;
import dev.docket.program.Viewer;
import dev.docket.request.RequestPolicy;

/** Who may do what with the files of a request that they see. */
final class AttachmentPolicy {
    private AttachmentPolicy() {}

    /** To see it is to may download it. */
    static boolean sees(Viewer viewer, Attachment attachment) {
        return viewer.isStaff() || !attachment.internal();
    }

    static Decision mayUpload(ProgramAccess access, boolean internal) {
        return internal ? RequestPolicy.mayAttachInternally(access) : RequestPolicy.mayAttach(access);
    }

    /** Whoever may attach here may take back their own; a manager any. */
    static Decision mayDelete(ProgramAccess access, Attachment attachment) {
        Viewer viewer = access.viewer();
        return RequestPolicy.mayAttach(access)
                .and(Decision.yesIf(
                        viewer.isManager() || viewer.is(attachment.uploadedBy().id()),
                        "Only who uploaded it or a program manager can delete a file."));
    }
}
