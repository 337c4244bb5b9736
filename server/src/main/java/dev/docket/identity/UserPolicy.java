package dev.docket.identity;

import dev.docket.common.Decision;

/** Who may do what with users. Pure: answers from what it is given. */
final class UserPolicy {
    private UserPolicy() {}

    static Decision manage(Role role) {
        return Decision.yesIf(role == Role.ADMIN, "Only an admin can manage users.");
    }

    static Decision list(Role role, boolean managesSomeProgram) {
        return Decision.yesIf(
                role == Role.ADMIN || managesSomeProgram,
                "Only an admin or a program manager can see the list of users.");
    }

    static Decision seeSessions(Role role, boolean own) {
        return Decision.yesIf(own || role == Role.ADMIN, "Only an admin can see where others are logged in.");
    }

    static Decision changeSettings(Role role) {
        return Decision.yesIf(role == Role.ADMIN, "Only an admin can see and change the settings.");
    }

    static Decision register(InstallationSettings settings) {
        return Decision.yesIf(
                settings.registrationOpen(), "Registration is closed here. An admin can create an account for you.");
    }

    static Decision createProgram(Role role) {
        return Decision.yesIf(
                role == Role.ADMIN || role == Role.MANAGER, "Only an admin or a manager can create programs.");
    }

    /** Without an active admin nobody could ever manage users again. */
    static Decision keepAnAdmin(User before, User after, long otherActiveAdmins) {
        boolean was = before.role() == Role.ADMIN && before.active();
        boolean is = after.role() == Role.ADMIN && after.active();
        return Decision.yesIf(
                !was || is || otherActiveAdmins > 0, "The last active admin can't be demoted or deactivated.");
    }

    /** In a program, a global client is a client and staff never is. */
    static Decision changeRole(User before, User after, boolean memberSomewhere) {
        boolean changesSide = (before.role() == Role.CLIENT) != (after.role() == Role.CLIENT);
        return Decision.yesIf(
                !changesSide || !memberSomewhere,
                "Somebody who is a member of a program can't change between client and staff; remove the memberships first.");
    }
}
