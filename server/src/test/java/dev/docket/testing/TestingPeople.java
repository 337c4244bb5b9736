package dev.docket.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.identity.FirstAdmin;
import dev.docket.identity.PasswordCost;
import dev.docket.identity.Role;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes users over the API, as the first admin would, and logs them in. */
public final class TestingPeople {
    public static final String PASSWORD = "correct horse battery";
    /** Some microseconds per hash. */
    static final PasswordCost CHEAP = new PasswordCost(8, 1, 1);

    private static final AtomicInteger count = new AtomicInteger();

    private final TestingServer server;
    private final FirstAdmin.Credentials firstAdmin;

    TestingPeople(TestingServer server, FirstAdmin.Credentials firstAdmin) {
        this.server = server;
        this.firstAdmin = firstAdmin;
    }

    /** Somebody who is logged in. {@code client} carries the access token. */
    public record Somebody(UUID id, String email, String name, Role role, String token, TestingClient client) {}

    /** The admin of the first start. */
    public Somebody firstAdmin() {
        return logIn(firstAdmin.email(), firstAdmin.password());
    }

    public Somebody admin() {
        return create(Role.ADMIN);
    }

    public Somebody manager() {
        return create(Role.MANAGER);
    }

    public Somebody teamMember() {
        return create(Role.TEAM_MEMBER);
    }

    public Somebody client() {
        return create(Role.CLIENT);
    }

    /** A new user of this global role, logged in. */
    public Somebody create(Role role) {
        int number = count.incrementAndGet();
        return create(role, "Sam" + number, "Of " + role.wireName());
    }

    public Somebody create(Role role, String firstName, String lastName) {
        String email = role.wireName() + count.incrementAndGet() + "@example.test";
        firstAdmin()
                .client()
                .post(
                        "users",
                        Map.of(
                                "email", email,
                                "firstName", firstName,
                                "lastName", lastName,
                                "role", role.wireName(),
                                "password", PASSWORD))
                .expect(201);
        return logIn(email, PASSWORD);
    }

    public Somebody logIn(String email, String password) {
        JsonNode session = server.anonymous()
                .post("auth/session", Map.of("email", email, "password", password))
                .expect(200)
                .body();
        JsonNode user = session.path("user");
        String token = session.path("accessToken").asText();
        return new Somebody(
                UUID.fromString(user.path("id").asText()),
                email,
                user.path("name").asText(),
                Role.ofName(user.path("role").asText()),
                token,
                server.anonymous().withToken(token));
    }
}
