package dev.docket.identity;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** Whoever is logged in, and what they may do outside of programs. */
@Introspected
record Me(UUID id, String email, String firstName, String lastName, String name, Role role, Can can) {
    @Introspected
    record Can(boolean createProgram, boolean manageUsers) {}

    static Me of(User user) {
        return new Me(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.name(),
                user.role(),
                new Can(
                        UserPolicy.createProgram(user.role()).allowed(),
                        UserPolicy.manage(user.role()).allowed()));
    }
}
