package dev.docket.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.docket.common.Person;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/** Somebody who can log in while {@code active}. */
@Introspected
public record User(
        UUID id, String email, String firstName, String lastName, Role role, boolean active, Instant createdAt) {
    /** As it is shown and as the journal records it. */
    @JsonProperty
    public String name() {
        return firstName + " " + lastName;
    }

    public Person person() {
        return new Person(id, name());
    }
}
