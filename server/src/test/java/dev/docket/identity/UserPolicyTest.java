package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class UserPolicyTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void letsOnlyAdminsManageUsers(Role role) {
        assertThat(UserPolicy.manage(role).allowed()).isEqualTo(role == Role.ADMIN);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, true", "MANAGER, true", "TEAM_MEMBER, false", "CLIENT, false"})
    void letsAdminsAndManagersCreatePrograms(Role role, boolean allowed) {
        assertThat(UserPolicy.createProgram(role).allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, false, true", "MANAGER, false, false", "TEAM_MEMBER, true, true", "CLIENT, false, false"})
    void letsThoseListUsersWhoPickMembers(Role role, boolean managesSomeProgram, boolean allowed) {
        assertThat(UserPolicy.list(role, managesSomeProgram).allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void showsLogInsToTheirOwnerAndToAdmins(Role role) {
        assertThat(UserPolicy.seeSessions(role, true).allowed()).isTrue();
        assertThat(UserPolicy.seeSessions(role, false).allowed()).isEqualTo(role == Role.ADMIN);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsOnlyAdminsChangeSettings(Role role) {
        assertThat(UserPolicy.changeSettings(role).allowed()).isEqualTo(role == Role.ADMIN);
    }

    @Test
    void letsPeopleRegisterWhileThatIsOpen() {
        assertThat(UserPolicy.register(new InstallationSettings(true, RegistrationRole.CLIENT))
                        .allowed())
                .isTrue();
        assertThat(UserPolicy.register(new InstallationSettings(false, RegistrationRole.CLIENT))
                        .allowed())
                .isFalse();
    }

    @Test
    void keepsTheLastAdmin() {
        User admin = user(Role.ADMIN, true);
        User demoted = user(Role.MANAGER, true);
        User deactivated = user(Role.ADMIN, false);

        assertThat(UserPolicy.keepAnAdmin(admin, demoted, 0).allowed()).isFalse();
        assertThat(UserPolicy.keepAnAdmin(admin, deactivated, 0).allowed()).isFalse();
        assertThat(UserPolicy.keepAnAdmin(admin, demoted, 1).allowed()).isTrue();
        assertThat(UserPolicy.keepAnAdmin(deactivated, demoted, 0).allowed()).isTrue();
        assertThat(UserPolicy.keepAnAdmin(admin, admin, 0).allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, MANAGER, true, false",
        "TEAM_MEMBER, CLIENT, true, false",
        "CLIENT, MANAGER, false, true",
        "TEAM_MEMBER, MANAGER, true, true",
        "CLIENT, CLIENT, true, true",
    })
    void keepsClientsAndStaffApartWhileTheyAreMembers(Role from, Role to, boolean member, boolean allowed) {
        assertThat(UserPolicy.changeRole(user(from, true), user(to, true), member)
                        .allowed())
                .isEqualTo(allowed);
    }

    private static User user(Role role, boolean active) {
        return new User(Ids.next(), "a@example.test", "A", "B", role, active, Instant.EPOCH);
    }
}
