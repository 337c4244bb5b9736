package dev.docket.program;

import static dev.docket.program.SampleProgram.active;
import static dev.docket.program.SampleProgram.viewer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Decision;
import dev.docket.identity.Role;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ProgramPolicyTest {
    private static final Map<String, Function<ProgramAccess, Decision>> RULES = Map.of(
            "edit", ProgramPolicy::mayEdit,
            "manage members", ProgramPolicy::mayManageMembers,
            "archive", ProgramPolicy::mayArchive,
            "unarchive", ProgramPolicy::mayUnarchive,
            "create a request", ProgramPolicy::mayCreateRequest);

    @ParameterizedTest(name = "{0} in an {1} program: manager {2}, team member {3}, client {4}")
    @CsvSource({
        "edit,             active,   yes, no,  no",
        "edit,             archived, no,  no,  no",
        "manage members,   active,   yes, no,  no",
        "manage members,   archived, no,  no,  no",
        "archive,          active,   yes, no,  no",
        "archive,          archived, no,  no,  no",
        "unarchive,        active,   no,  no,  no",
        "unarchive,        archived, yes, no,  no",
        "create a request, active,   yes, yes, yes",
        "create a request, closed,   yes, yes, no",
        "create a request, archived, no,  no,  no",
    })
    void decidesByProgramRole(String action, String state, String manager, String teamMember, String client) {
        assertThat(decide(action, state, ProgramRole.MANAGER)).isEqualTo(manager);
        assertThat(decide(action, state, ProgramRole.TEAM_MEMBER)).isEqualTo(teamMember);
        assertThat(decide(action, state, ProgramRole.CLIENT)).isEqualTo(client);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsAdminsAndManagersCreatePrograms(Role role) {
        assertThat(ProgramPolicy.mayCreate(role).allowed()).isEqualTo(role == Role.ADMIN || role == Role.MANAGER);
    }

    @Test
    void saysWhoCould() {
        assertThat(ProgramPolicy.mayEdit(active().seenBy(viewer(ProgramRole.TEAM_MEMBER)))
                        .refusal())
                .isEqualTo("Only a program manager can change the program.");
        assertThat(ProgramPolicy.mayCreateRequest(active().closedForClients().seenBy(viewer(ProgramRole.CLIENT)))
                        .refusal())
                .isEqualTo("Clients cannot file requests in this program. A program manager can allow it.");
    }

    private static String decide(String action, String state, ProgramRole role) {
        SampleProgram program = switch (state) {
            case "archived" -> active().archived();
            case "closed" -> active().closedForClients();
            default -> active();
        };
        Function<ProgramAccess, Decision> rule = RULES.getOrDefault(action, _ -> Decision.no("unknown"));
        return rule.apply(program.seenBy(viewer(role))).allowed() ? "yes" : "no";
    }
}
