package dev.docket.program;

import dev.docket.common.Decision;
import dev.docket.identity.Role;

/** Who may do what to a program. Seeing it is decided by {@link Programs#access}. */
public final class ProgramPolicy {
    private static final String ARCHIVED =
            "The program is archived and can only be read. A program manager can make it active again.";

    private ProgramPolicy() {}

    static Decision mayCreate(Role role) {
        return Decision.yesIf(
                role == Role.ADMIN || role == Role.MANAGER, "Only admins and managers can create programs.");
    }

    /** Settings and fields. */
    static Decision mayEdit(ProgramAccess access) {
        return writable(access.program()).and(manager(access, "change the program"));
    }

    static Decision mayManageMembers(ProgramAccess access) {
        return writable(access.program()).and(manager(access, "change its members"));
    }

    /** How much it may store is the operator's matter. */
    static Decision maySetQuota(ProgramAccess access) {
        return writable(access.program())
                .and(Decision.yesIf(
                        access.viewer().actor().isAdmin(), "Only an admin can change how much a program may store."));
    }

    static Decision mayArchive(ProgramAccess access) {
        return Decision.yesIf(!access.program().archived(), "The program is archived already.")
                .and(manager(access, "archive it"));
    }

    static Decision mayUnarchive(ProgramAccess access) {
        return Decision.yesIf(access.program().archived(), "The program is active already.")
                .and(manager(access, "make it active again"));
    }

    /** By role; whether a limit leaves room is {@link ReachedLimit}'s. */
    public static Decision mayCreateRequest(ProgramAccess access) {
        return writable(access.program())
                .and(Decision.yesIf(
                        access.viewer().isStaff() || access.program().allowClientSubmission(),
                        "Clients cannot file requests in this program. A program manager can allow it."));
    }

    /** The rule of every change inside a program. */
    public static Decision writable(Program program) {
        return Decision.yesIf(!program.archived(), ARCHIVED);
    }

    private static Decision manager(ProgramAccess access, String verb) {
        return Decision.yesIf(access.viewer().isManager(), "Only a program manager can " + verb + ".");
    }
}
