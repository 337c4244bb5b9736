package dev.docket.journal;

import dev.docket.journal.Audience.Level;
import java.util.List;
import java.util.UUID;

/** Somebody who reads a program's stream, with the rights that they have now. */
public record Reader(UUID userId, Sight sight) {
    /** By program role: what reaches one without being named. */
    public enum Sight {
        MANAGER,
        TEAM_MEMBER,
        CLIENT
    }

    /** In which presentation an entry reaches a reader, if at all. */
    public enum Presentation {
        STAFF,
        CLIENT,
        FORGET,
        NOTHING
    }

    public Presentation presentationOf(Audience audience) {
        if (sight != Sight.CLIENT
                && (sees(audience.level()) || audience.staffUsers().contains(userId))) {
            return Presentation.STAFF;
        }
        if (sight == Sight.CLIENT && audience.clientUsers().contains(userId)) {
            return Presentation.CLIENT;
        }
        boolean forgets = audience.forgetUsers().contains(userId) || sees(audience.forgetLevel());
        return forgets ? Presentation.FORGET : Presentation.NOTHING;
    }

    private boolean sees(Level level) {
        return switch (level) {
            case NONE -> false;
            case MANAGERS -> sight == Sight.MANAGER;
            case STAFF -> sight != Sight.CLIENT;
        };
    }

    List<String> levelNames() {
        return switch (sight) {
            case MANAGER -> List.of(JournalStore.name(Level.MANAGERS), JournalStore.name(Level.STAFF));
            case TEAM_MEMBER -> List.of(JournalStore.name(Level.STAFF));
            case CLIENT -> List.of();
        };
    }
}
