package dev.docket.request;

import dev.docket.common.Decision;
import dev.docket.program.ProgramAccess;
import dev.docket.program.ProgramPolicy;

/** Who may do what with the templates of a program. */
final class TemplatePolicy {
    private TemplatePolicy() {}

    /** Staff see all; clients, where they may file requests, those that are for everybody. */
    static Decision maySee(ProgramAccess access) {
        return access.viewer().isStaff()
                ? Decision.YES
                : Decision.yesIf(
                        access.program().allowClientSubmission(),
                        "Clients cannot file requests in this program. A program manager can allow it.");
    }

    static Decision mayEdit(ProgramAccess access) {
        return ProgramPolicy.writable(access.program())
                .and(Decision.yesIf(access.viewer().isManager(), "Only a program manager can change templates."));
    }
}
