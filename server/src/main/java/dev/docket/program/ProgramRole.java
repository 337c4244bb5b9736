package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The role inside one program. It alone decides there; an admin counts as a manager everywhere. */
public enum ProgramRole {
    @JsonProperty("manager")
    MANAGER,
    @JsonProperty("team_member")
    TEAM_MEMBER,
    @JsonProperty("client")
    CLIENT;

    public static ProgramRole ofName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As it is written in JSON and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isStaff() {
        return this != CLIENT;
    }
}
