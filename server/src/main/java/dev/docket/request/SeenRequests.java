package dev.docket.request;

import dev.docket.identity.Actor;
import dev.docket.identity.Role;

/**
 * {@link RequestPolicy#sees} over all programs, in SQL, for transactions that see every program. {@code :viewer} is the user,
 * {@code :admin} whether it is an admin.
 */
public final class SeenRequests {
    /** The user's programs, each with the role that decides there. */
    public static final String PROGRAMS = """
            SELECT p.id, p.key, p.status, CASE WHEN :admin THEN 'manager' ELSE m.role END AS role
            FROM program p LEFT JOIN membership m ON m.program_id = p.id AND m.user_id = :viewer
            WHERE :admin OR m.user_id IS NOT NULL
            """;

    private static final String STAFF =
            "(s.role = 'manager' OR (s.role = 'team_member' AND " + RequestFilter.TEAM_MEMBERS + "))";

    private static final String CLIENTS = "(s.role = 'client' AND " + RequestFilter.CLIENTS_EVERYWHERE + ")";

    private SeenRequests() {}

    /**
     * Of a request {@code r} in one of the {@link #PROGRAMS} {@code s}. Clients can be nothing else in any program, so that what
     * is theirs is found by its indexes, not by trying what staff see.
     */
    public static String condition(Actor actor) {
        return actor.role() == Role.CLIENT ? CLIENTS : STAFF;
    }
}
