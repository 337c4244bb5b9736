package dev.docket.live;

import dev.docket.journal.Audience;
import dev.docket.journal.Audience.Level;
import dev.docket.journal.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The names of rooms. Clients never say one; the server joins them. A user named in an audience is reached by another
 * room as staff than as a client, so that the room itself says which presentation its sockets may get.
 */
final class Rooms {
    private Rooms() {}

    /** All viewers of a program. */
    static String everybody(UUID program) {
        return "program:" + program;
    }

    /** The rooms of a viewer in one program. */
    static List<String> of(UUID program, Reader reader) {
        return switch (reader.sight()) {
            case MANAGER ->
                List.of(everybody(program), managers(program), staff(program), staffUser(program, reader.userId()));
            case TEAM_MEMBER -> List.of(everybody(program), staff(program), staffUser(program, reader.userId()));
            case CLIENT -> List.of(everybody(program), clientUser(program, reader.userId()));
        };
    }

    /** Whom the staff presentation of an entry goes to. */
    static List<String> ofStaff(UUID program, Audience audience) {
        List<String> rooms = ofLevel(program, audience.level());
        audience.staffUsers().forEach(user -> rooms.add(staffUser(program, user)));
        return rooms;
    }

    /** Whom the client presentation of an entry goes to. */
    static List<String> ofClients(UUID program, Audience audience) {
        return audience.clientUsers().stream()
                .map(user -> clientUser(program, user))
                .toList();
    }

    /** Who is told to forget the request, unless one of the other rooms reaches them. */
    static List<String> ofForgetting(UUID program, Audience audience) {
        List<String> rooms = ofLevel(program, audience.forgetLevel());
        for (UUID user : audience.forgetUsers()) {
            rooms.addAll(Set.of(staffUser(program, user), clientUser(program, user)));
        }
        return rooms;
    }

    private static List<String> ofLevel(UUID program, Level level) {
        return switch (level) {
            case NONE -> new ArrayList<>();
            case MANAGERS -> new ArrayList<>(List.of(managers(program)));
            case STAFF -> new ArrayList<>(List.of(staff(program)));
        };
    }

    private static String managers(UUID program) {
        return "program:" + program + ":managers";
    }

    private static String staff(UUID program) {
        return "program:" + program + ":staff";
    }

    private static String staffUser(UUID program, UUID user) {
        return "program:" + program + ":user:" + user;
    }

    private static String clientUser(UUID program, UUID user) {
        return "program:" + program + ":client:" + user;
    }
}
