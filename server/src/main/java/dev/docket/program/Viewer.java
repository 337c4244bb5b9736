package dev.docket.program;

import dev.docket.identity.Actor;
import dev.docket.journal.Reader;
import java.util.UUID;

/** Somebody inside a program, with the role that decides there. An admin is a manager of every program. */
public record Viewer(Actor actor, ProgramRole role) {
    public UUID userId() {
        return actor.id();
    }

    public boolean is(UUID userId) {
        return actor.id().equals(userId);
    }

    public boolean isManager() {
        return role == ProgramRole.MANAGER;
    }

    public boolean isStaff() {
        return role.isStaff();
    }

    public boolean isClient() {
        return role == ProgramRole.CLIENT;
    }

    public Reader journalReader() {
        return new Reader(actor.id(), sightOf(role));
    }

    /** What reaches a member of this role without being named. */
    public static Reader.Sight sightOf(ProgramRole role) {
        return switch (role) {
            case MANAGER -> Reader.Sight.MANAGER;
            case TEAM_MEMBER -> Reader.Sight.TEAM_MEMBER;
            case CLIENT -> Reader.Sight.CLIENT;
        };
    }
}
