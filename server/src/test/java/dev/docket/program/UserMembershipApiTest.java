package dev.docket.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class UserMembershipApiTest {
    private static final TestingServer server = TestingServer.start();
    private static final Somebody admin = server.people().admin();

    private final Somebody user = server.people().teamMember();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void listsTheProgramsOfAUserByName() {
        TestingProgram second = TestingProgram.create(server, Map.of("name", "Zebra " + user.id()));
        TestingProgram first = TestingProgram.create(server, Map.of("name", "Aardvark " + user.id()));
        TestingProgram.create(server);
        admin.client()
                .post(first.path("members"), Map.of("userId", user.id(), "role", "manager"))
                .expect(201);
        second.join(user, "team_member");
        second.archive();

        JsonNode memberships = list("").expect(200).body();

        assertThat(memberships.path("data").findValuesAsText("name"))
                .containsExactly("Aardvark " + user.id(), "Zebra " + user.id());
        assertThat(memberships.path("data").findValuesAsText("role")).containsExactly("manager", "team_member");
        assertThat(memberships.path("data").findValuesAsText("status")).containsExactly("active", "archived");
        assertThat(memberships.path("data").path(0).path("program").path("id").asText())
                .isEqualTo(first.id().toString());
        assertThat(memberships.path("pagination").path("total").asInt()).isEqualTo(2);
        assertThat(list("?limit=1&page=2").body().path("data").findValuesAsText("role"))
                .containsExactly("team_member");
    }

    @Test
    void isForAdmins() {
        assertThat(user.client()
                        .get("users/" + user.id() + "/memberships")
                        .expect(403)
                        .detail())
                .isEqualTo("Only an admin can see the memberships of a user.");
        admin.client()
                .get("users/0199e8a0-0000-7000-8000-000000000000/memberships")
                .expect(404);
        list("?limit=0").expect(400);
        assertThat(list("").expect(200).body().path("data")).isEmpty();
    }

    private Answer list(String query) {
        return admin.client().get("users/" + user.id() + "/memberships" + query);
    }
}
