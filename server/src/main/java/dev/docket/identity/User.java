package dev.docket.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.docket.common.Ids;
import dev.docket.common.Person;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Somebody who can log in while {@code active}. */
@Introspected
public record User(
        UUID id, String email, String firstName, String lastName, Role role, boolean active, Instant createdAt) {
    /** Somebody new, active from now on. */
    static User of(String email, String firstName, String lastName, Role role, Instant now) {
        return new User(Ids.next(), email, firstName, lastName, role, true, now.truncatedTo(ChronoUnit.MILLIS));
    }

    /** As it is shown and as the journal records it. */
    @JsonProperty
    public String name() {
        return firstName + " " + lastName;
    }

    public Person person() {
        return new Person(id, name());
    }
}
