package dev.docket.live;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes that are of no program, and the business of admins alone. */
final class SystemChanges {
    private SystemChanges() {}

    static Map<String, Runnable> all(TestingServer server) {
        TestingClient admin = server.people().firstAdmin().client();
        Somebody user = server.people().client();
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("user created", () -> server.people().teamMember());
        all.put(
                "user's name and address changed",
                () -> admin.patch("users/" + user.id(), Map.of("firstName", "Other", "email", "other@example.test"))
                        .expect(200));
        all.put(
                "user's role changed",
                () -> admin.patch("users/" + user.id(), Map.of("role", "team_member"))
                        .expect(200));
        all.put(
                "new password asked for",
                () -> server.anonymous()
                        .post("auth/password-reset-requests", Map.of("email", "other@example.test"))
                        .expect(202));
        all.put(
                "link for a new password issued",
                () -> admin.post("users/" + user.id() + "/password-reset").expect(201));
        all.put(
                "settings of the installation changed",
                () -> admin.patch("settings", Map.of("registrationOpen", true)).expect(200));
        return all;
    }
}
