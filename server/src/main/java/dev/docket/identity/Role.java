package dev.docket.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The global role. It decides what lies outside programs; inside a program only the program role decides. */
public enum Role {
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("manager")
    MANAGER,
    @JsonProperty("team_member")
    TEAM_MEMBER,
    @JsonProperty("client")
    CLIENT;

    public static Role ofName(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** As it is written in JSON and in the database. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
