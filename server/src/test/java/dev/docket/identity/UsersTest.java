package dev.docket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Ids;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsersTest {
    private static final TestingServer server = TestingServer.start();
    private static final Somebody admin = server.people().admin();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void createsSomebodyWhoCanLogIn() {
        Answer answer = admin.client()
                .post("users", newUser("new@example.test", Map.of("firstName", "  Ada ", "lastName", "Byron")))
                .expect(201);

        assertThat(answer.body().path("name").asText()).isEqualTo("Ada Byron");
        assertThat(answer.body().path("active").asBoolean()).isTrue();
        assertThat(answer.text()).doesNotContain("argon2", "password");
        assertThat(server.people()
                        .logIn("new@example.test", TestingPeople.PASSWORD)
                        .name())
                .isEqualTo("Ada Byron");
    }

    @Test
    void refusesAnEmailThatIsTakenInAnyCase() {
        admin.client().post("users", newUser("taken@example.test", Map.of())).expect(201);

        Answer answer = admin.client()
                .post("users", newUser("Taken@Example.test", Map.of()))
                .expect(409);

        assertThat(answer.problem()).isEqualTo("conflict");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MANAGER", "TEAM_MEMBER", "CLIENT"})
    void letsNobodyElseManageUsers(Role role) {
        Somebody other = server.people().create(role);

        for (Answer answer : List.of(
                other.client().get("users"),
                other.client().post("users", newUser("x@example.test", Map.of())),
                other.client().patch("users/" + other.id(), Map.of("role", "admin")))) {
            assertThat(answer.expect(403).problem()).isEqualTo("forbidden");
            assertThat(answer.detail()).startsWith("Only an admin");
        }
    }

    @Test
    void letsProgramManagersFindMembers() {
        Somebody manager = server.people().teamMember();
        makeMember(manager, "manager");

        manager.client().get("users").expect(200);
        manager.client().post("users", newUser("y@example.test", Map.of())).expect(403);
    }

    @Test
    void needsAToken() {
        server.anonymous().get("users").expect(401);
        server.anonymous().post("users", newUser("z@example.test", Map.of())).expect(401);
        server.anonymous().patch("users/" + admin.id(), Map.of()).expect(401);
    }

    @Test
    void findsByPartsOfNameAndEmailAndTakesTheTextLiterally() {
        server.people().create(Role.CLIENT, "Percy", "100%_Sure\\");

        assertThat(names("percy")).containsExactly("Percy 100%_Sure\\");
        assertThat(names("100%25_sure%5C")).containsExactly("Percy 100%_Sure\\");
        assertThat(names("0%25S")).isEmpty();
        assertThat(names(".*")).isEmpty();
    }

    @Test
    void pagesThroughEverybodyOnce() {
        Answer all = admin.client().get("users?limit=100").expect(200);
        long total = all.body().path("pagination").path("total").asLong();

        List<String> pages = java.util.stream.LongStream.rangeClosed(1, (total + 2) / 3)
                .mapToObj(page -> admin.client().get("users?limit=3&page=" + page))
                .flatMap(page -> page.body().path("data").findValuesAsText("id").stream())
                .toList();

        assertThat(pages).doesNotHaveDuplicates().hasSize((int) total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0199e8a0-0000-7000-8000-000000000000", "nonsense", "1"})
    void doesNotKnowOtherIds(String id) {
        assertThat(admin.client()
                        .patch("users/" + id, Map.of("active", false))
                        .expect(404)
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void changesOnlyWhatIsNamed() {
        Somebody client = server.people().create(Role.CLIENT, "Old", "Name");

        Answer answer = admin.client()
                .patch("users/" + client.id(), Map.of("lastName", "Newname"))
                .expect(200);

        assertThat(answer.body().path("name").asText()).isEqualTo("Old Newname");
        assertThat(answer.body().path("role").asText()).isEqualTo("client");
        assertThat(client.client().get("me").body().path("name").asText()).isEqualTo("Old Newname");
    }

    @Test
    void endsEveryLogInOfSomebodyWhoIsDeactivated() {
        Somebody client = server.people().client();
        Answer session = server.anonymous()
                .post("auth/session", Map.of("email", client.email(), "password", TestingPeople.PASSWORD));
        String cookie = session.header("Set-Cookie").split(";", 2)[0];

        admin.client().patch("users/" + client.id(), Map.of("active", false)).expect(200);

        assertThat(code(client.client().get("me").expect(401))).isEqualTo("user_inactive");
        server.anonymous().with("Cookie", cookie).post("auth/session/refresh").expect(401);
        assertThat(code(server.anonymous()
                        .post("auth/session", Map.of("email", client.email(), "password", TestingPeople.PASSWORD))
                        .expect(401)))
                .isEqualTo("user_inactive");
        admin.client().patch("users/" + client.id(), Map.of("active", true)).expect(200);
        assertThat(code(client.client().get("me").expect(401))).isEqualTo("session_ended");
        server.people().logIn(client.email(), TestingPeople.PASSWORD);
    }

    @Test
    void appliesANewRoleToTokensThatAreOut() {
        Somebody member = server.people().teamMember();
        member.client().get("users").expect(403);

        admin.client().patch("users/" + member.id(), Map.of("role", "admin")).expect(200);

        member.client().get("users").expect(200);
    }

    @Test
    void keepsClientsAndStaffApartWhileTheyAreMembers() {
        Somebody client = server.people().client();
        makeMember(client, "client");

        Answer answer = admin.client()
                .patch("users/" + client.id(), Map.of("role", "team_member"))
                .expect(409);

        assertThat(answer.detail()).contains("remove the memberships first");
    }

    @Test
    void neverLosesTheLastAdminEvenWhenTwoGoAtOnce() throws Exception {
        try (TestingServer two = TestingServer.start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Somebody first = two.people().firstAdmin();
            Somebody second = two.people().admin();
            List<Callable<Integer>> demotions = List.of(
                    () -> first.client()
                            .patch("users/" + first.id(), Map.of("role", "manager"))
                            .status(),
                    () -> second.client()
                            .patch("users/" + second.id(), Map.of("active", false))
                            .status());

            List<Integer> statuses =
                    threads.invokeAll(demotions).stream().map(Future::resultNow).toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void letsOneOfTwoAdminsWinWhoDemoteEachOtherAtOnce() throws Exception {
        Somebody first = server.people().admin();
        Somebody second = server.people().admin();
        List<Callable<Integer>> demotions = List.of(
                () -> first.client()
                        .patch("users/" + second.id(), Map.of("role", "manager"))
                        .status(),
                () -> second.client()
                        .patch("users/" + first.id(), Map.of("active", false))
                        .status());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses =
                    threads.invokeAll(demotions).stream().map(Future::resultNow).toList();

            // The loser is no admin any more, or not even logged in.
            assertThat(statuses).containsOnlyOnce(200).containsAnyOf(401, 403);
        }
        assertThat(List.of(role(first), role(second))).containsOnlyOnce("admin true");
    }

    @Test
    void changesTheAddressToLogInWith() {
        Somebody client = server.people().client();
        admin.client()
                .patch("users/" + client.id(), Map.of("email", " Moved@example.test "))
                .expect(200);

        assertThat(client.client().get("me").expect(200).body().path("email").asText())
                .isEqualTo("Moved@example.test");
        server.people().logIn("moved@EXAMPLE.test", TestingPeople.PASSWORD);
        server.anonymous()
                .post("auth/session", Map.of("email", client.email(), "password", TestingPeople.PASSWORD))
                .expect(401);
        assertThat(SystemStream.about(server, client.id()).getLast())
                .contains("\"field\":\"email\"", client.email(), "Moved@example.test");
        Somebody other = server.people().client();
        assertThat(admin.client()
                        .patch("users/" + other.id(), Map.of("email", "MOVED@example.test"))
                        .expect(409)
                        .detail())
                .contains("belongs to another user");
        admin.client().patch("users/" + other.id(), Map.of("email", "nobody")).expect(400);
        admin.client()
                .patch("users/" + client.id(), Map.of("email", "moved@example.test"))
                .expect(200);
    }

    @Test
    void showsOne() {
        Somebody client = server.people().client();

        Answer answer = admin.client().get("users/" + client.id()).expect(200);

        assertThat(answer.body().path("email").asText()).isEqualTo(client.email());
        assertThat(answer.text()).doesNotContain("argon2", "password");
        client.client().get("users/" + client.id()).expect(403);
        admin.client().get("users/0199e8a0-0000-7000-8000-000000000000").expect(404);
    }

    @Test
    void filtersByRoleAndActivity() {
        Somebody gone = server.people().create(Role.TEAM_MEMBER, "Filtered", "Gone");
        server.people().create(Role.TEAM_MEMBER, "Filtered", "Here");
        server.people().create(Role.CLIENT, "Filtered", "Client");
        admin.client().patch("users/" + gone.id(), Map.of("active", false)).expect(200);

        assertThat(names("filtered&role=team_member")).containsExactly("Filtered Gone", "Filtered Here");
        assertThat(names("filtered&active=true")).containsExactly("Filtered Client", "Filtered Here");
        assertThat(names("filtered&role=team_member&active=false")).containsExactly("Filtered Gone");
        admin.client().get("users?role=boss").expect(400);
        admin.client().get("users?active=maybe").expect(400);
    }

    @Test
    void recordsEachChangeInTheSystemStream() {
        Somebody client = server.people().client();
        admin.client().patch("users/" + client.id(), Map.of("active", false)).expect(200);
        admin.client().patch("users/" + client.id(), Map.of("active", false)).expect(200);

        List<String> entries = SystemStream.about(server, client.id());

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst()).startsWith("user:created");
        assertThat(entries.getLast())
                .startsWith("user:updated " + admin.name())
                .contains("\"field\":\"active\"", "\"before\":true", "\"after\":false")
                .doesNotContain("password", "argon2");
    }

    private static String role(Somebody somebody) {
        JsonNode user = admin.client().get("users/" + somebody.id()).expect(200).body();
        return user.path("role").asText() + " " + user.path("active").asBoolean();
    }

    private static void makeMember(Somebody somebody, String role) {
        UUID program = Ids.next();
        server.database().writeOnly(tx -> {
            tx.enter(program);
            tx.handle().execute("INSERT INTO stream (id, epoch) VALUES (?, ?)", program, Ids.next());
            tx.handle().execute("""
                    INSERT INTO program (id, key, name, description, status, allow_client_submission, require_approval,
                                         version, created_at)
                    VALUES (?, ?, ?, '', 'active', true, true, 1, now())
                    """, program, "K" + program, "Program " + program);
            tx.handle()
                    .execute(
                            "INSERT INTO membership (program_id, user_id, role, added_at) VALUES (?, ?, ?, now())",
                            program,
                            somebody.id(),
                            role);
        });
    }

    private static List<String> names(String query) {
        return admin.client()
                .get("users?q=" + query)
                .expect(200)
                .body()
                .path("data")
                .findValuesAsText("name");
    }

    private static Map<String, Object> newUser(String email, Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "email",
                email,
                "firstName",
                "A",
                "lastName",
                "B",
                "role",
                "client",
                "password",
                TestingPeople.PASSWORD));
        body.putAll(changes);
        return body;
    }

    private static String code(Answer answer) {
        return answer.body().path("code").asText();
    }
}
