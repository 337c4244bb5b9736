package dev.docket.identity;

import dev.docket.common.Person;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

/**
 * Who is asking, verified now.
 *
 * @param name display name, as the journal records it
 * @param sessionId the log-in that the access token belongs to
 * @param tokenExpiresAt when the access token ends
 */
public record Actor(UUID id, String name, Role role, UUID sessionId, Instant tokenExpiresAt) implements Principal {
    @Override
    public String getName() {
        return name;
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    public Person person() {
        return new Person(id, name);
    }
}
