package dev.docket.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The roles that somebody can get without an admin's doing: those that see nothing until a program takes them in. */
enum RegistrationRole {
    @JsonProperty("client")
    CLIENT(Role.CLIENT),
    @JsonProperty("team_member")
    TEAM_MEMBER(Role.TEAM_MEMBER);

    private final Role role;

    RegistrationRole(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }
}
