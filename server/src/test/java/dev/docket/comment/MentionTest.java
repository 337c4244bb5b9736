package dev.docket.comment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.identity.Role;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class MentionTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram program = TestingProgram.create(server);
    private static final Somebody manager = program.manager();
    private static final Somebody teamMember = program.teamMember();
    private static final Somebody client = program.client();

    private final JsonNode request = program.submitted(client);
    private final String path = program.path(request, "comments");

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void namesWhoIsMentionedInAnswerListAndEvent() {
        JsonNode added = add(client, "[@Boss](user:" + manager.id() + ") please", false)
                .expect(201)
                .body();

        String mentions = "[{\"id\":\"" + manager.id() + "\",\"name\":\"" + manager.name() + "\"}]";
        assertThat(added.path("mentions").toString()).isEqualTo(mentions);
        assertThat(added.path("html").asText())
                .isEqualTo("<p><span class=\"mention\" data-user=\"" + manager.id() + "\">@" + manager.name()
                        + "</span> please</p>\n");
        assertThat(client.client().get(path).body().path("data").path(0)).isEqualTo(added);
        assertThat(client.client()
                        .get(program.path(request, "history?limit=1"))
                        .body()
                        .at("/data/0/data/comment/mentions")
                        .toString())
                .isEqualTo(mentions);
    }

    @Test
    void refusesMentionsOfWhoCannotReadTheCommentByTheNameThatWasWritten() {
        Somebody outsider = server.people().manager();
        Somebody otherClient = program.anotherClient();
        Answer answer = add(
                        manager,
                        "[@Out](user:" + outsider.id() + ") [@Sam](user:" + teamMember.id() + ") [@Other](user:"
                                + otherClient.id() + ")",
                        false)
                .expect(422);

        assertThat(answer.problem()).isEqualTo("not-mentionable");
        assertThat(answer.detail())
                .isEqualTo("mentions: Out, Other (expected: people of the program who see the request)");
        assertThat(answer.body().path("mentions").findValuesAsText("name")).containsExactly("Out", "Other");
        assertThat(answer.text()).doesNotContain(outsider.name()).doesNotContain(otherClient.name());
        add(manager, "[@X](user:" + UUID.randomUUID() + ")", false).expect(422);
        assertThat(client.client().get(path).body().path("data")).isEmpty();
    }

    @Test
    void trap3AnInternalCommentMentionsStaffOnly() {
        assertThat(add(teamMember, "[@C](user:" + client.id() + ")", true)
                        .expect(422)
                        .detail())
                .contains("staff of the program");
        add(teamMember, "[@C](user:" + client.id() + ")", false).expect(201);
        add(teamMember, "[@M](user:" + manager.id() + ")", true).expect(201);
    }

    @Test
    void keepsAMentionThatWasRightOnceThroughAnEdit() {
        Somebody leaving = program.anotherTeamMember();
        JsonNode added = add(client, "[@L](user:" + leaving.id() + ")", false)
                .expect(201)
                .body();
        manager.client().delete(program.path("members/" + leaving.id())).expect(204);

        JsonNode edited = client.client()
                .patch(path + "/" + id(added), Map.of("body", "Thanks [@L](user:" + leaving.id() + ")"))
                .expect(200)
                .body();
        assertThat(edited.path("mentions")).isEqualTo(added.path("mentions"));
        add(client, "[@L](user:" + leaving.id() + ")", false).expect(422);
        JsonNode without = client.client()
                .patch(path + "/" + id(added), Map.of("body", "Thanks"))
                .expect(200)
                .body();
        assertThat(without.path("mentions")).isEmpty();
    }

    @Test
    void boundsHowManyAreMentioned() {
        String many = IntStream.range(0, 51)
                .mapToObj(_ -> "[@a](user:" + UUID.randomUUID() + ")")
                .collect(Collectors.joining());
        assertThat(add(client, many, false).expect(400).detail()).isEqualTo("body: 51 mentions (expected: at most 50)");
    }

    @Test
    void offersExactlyThoseWhoWillReadIt() {
        Somebody admin = server.people().admin();
        Somebody otherClient = program.anotherClient();
        assertThat(mentionable(client, "?q=")).contains(manager.name(), teamMember.name(), client.name());
        assertThat(mentionable(client, "?q=")).doesNotContain(otherClient.name(), admin.name());
        assertThat(mentionable(teamMember, "")).contains(client.name(), admin.name());
        assertThat(mentionable(teamMember, "?internal=true"))
                .contains(manager.name(), admin.name())
                .doesNotContain(client.name(), otherClient.name());
        add(teamMember, "[@A](user:" + admin.id() + ")", false).expect(201);
        add(client, "[@A](user:" + admin.id() + ")", false).expect(422);
    }

    @Test
    void offersOfAnotherPersonsDraftOnlyWhoSeesIt() {
        JsonNode draft = program.draft(client);
        List<String> names = names(client.client().get(program.path(draft, "mentionable")));
        assertThat(names).contains(manager.name(), client.name()).doesNotContain(teamMember.name());
        program.assign(draft, teamMember);
        assertThat(names(client.client().get(program.path(draft, "mentionable"))))
                .contains(teamMember.name());
    }

    @Test
    void trap12FindsNamesLiterallyAndTellsNoAddresses() {
        Somebody odd = program.join(server.people().create(Role.TEAM_MEMBER, "50%_", "O\\dd"), "team_member");
        assertThat(mentionable(client, "?q=%25_")).containsExactly(odd.name());
        assertThat(mentionable(client, "?q=%5cDD")).containsExactly(odd.name());
        Answer answer = client.client().get(program.path(request, "mentionable?q=50"));
        assertThat(answer.text()).doesNotContain("@example").doesNotContain("email");
        assertThat(mentionable(client, "?q=nobody-is-called-this")).isEmpty();
    }

    @Test
    void refusesWhatIsNoQuestion() {
        client.client()
                .get(program.path(request, "mentionable?internal=perhaps"))
                .expect(400);
        client.client().get(program.path(request, "mentionable?internal=true")).expect(403);
        client.client()
                .get(program.path(request, "mentionable?q=" + "x".repeat(101)))
                .expect(400);
        server.people()
                .manager()
                .client()
                .get(program.path(request, "mentionable"))
                .expect(404);
    }

    private Answer add(Somebody author, String body, boolean internal) {
        return author.client().post(path, Map.of("body", body, "internal", internal));
    }

    private List<String> mentionable(Somebody viewer, String query) {
        return names(viewer.client().get(program.path(request, "mentionable" + query)));
    }

    private static List<String> names(Answer answer) {
        return answer.expect(200).body().path("data").findValuesAsText("name");
    }
}
