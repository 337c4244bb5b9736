package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestListTest {
    private static final TestingServer server = TestingServer.start();
    private static final TestingProgram four = fourRequests();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void showsEachViewerWhatTheyMaySee() {
        TestingProgram program = TestingProgram.create(server);
        Somebody anotherClient = program.anotherClient();
        title(program, program.client(), "draft of the client");
        JsonNode assigned = title(program, program.client(), "assigned draft of the client");
        program.assign(assigned, program.teamMember());
        title(program, program.teamMember(), "draft of the team member");
        title(program, program.manager(), "draft of the manager");
        program.step(program.client(), title(program, program.client(), "submitted by the client"), "submission");
        program.step(anotherClient, title(program, anotherClient, "submitted by another"), "submission");

        assertThat(titles(program, program.manager(), "sort=number"))
                .containsExactly(
                        "draft of the client",
                        "assigned draft of the client",
                        "draft of the team member",
                        "draft of the manager",
                        "submitted by the client",
                        "submitted by another");
        assertThat(titles(program, program.teamMember(), "sort=number"))
                .containsExactly(
                        "assigned draft of the client",
                        "draft of the team member",
                        "submitted by the client",
                        "submitted by another");
        assertThat(titles(program, program.client(), "sort=number"))
                .containsExactly("draft of the client", "assigned draft of the client", "submitted by the client");
        assertThat(titles(program, anotherClient, "sort=title")).containsExactly("submitted by another");
        assertThat(program.client()
                        .client()
                        .get(program.path("requests"))
                        .body()
                        .path("pagination")
                        .path("total")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "status=draft,                        low high",
        "'status=submitted,in_review',        urgent medium",
        "priority=urgent,                     urgent",
        "'priority=low,medium&status=draft',  low",
        "assignee=none,                       low high medium",
        "assignee=TEAM_MEMBER,                urgent",
    })
    void filters(String query, String expected) {
        assertThat(titles(
                        four,
                        four.manager(),
                        "sort=number&"
                                + query.replace(
                                        "TEAM_MEMBER", four.teamMember().id().toString())))
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "number,     low high urgent medium",
        "-number,    medium urgent high low",
        "title,      high low medium urgent",
        "priority,   low medium high urgent",
        "-priority,  urgent high medium low",
        "status,     low high urgent medium",
        "dueDate,    urgent high low medium",
        "createdAt,  low high urgent medium",
        "-updatedAt, medium urgent high low",
    })
    void sorts(String sort, String expected) {
        assertThat(titles(four, four.manager(), "sort=" + sort)).containsExactly(expected.split(" "));
    }

    /** Trap 12: search text used as a pattern unescaped. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "%      | 100% sure",
                "_      | snake_case",
                "\\     | back\\slash",
                "CASE   | snake_case",
                "lash   | back\\slash",
                "(x     | (x",
                "KEY-2  | snake_case",
            })
    void trap12TakesSearchTextLiterally(String text, String found) {
        TestingProgram program = TestingProgram.create(server);
        for (String title : List.of("100% sure", "snake_case", "back\\slash", "(x[")) {
            title(program, program.manager(), title);
        }
        String key = program.manager()
                .client()
                .get(program.path(""))
                .body()
                .path("key")
                .asText();
        String q = URLEncoder.encode(text.replace("KEY", key), StandardCharsets.UTF_8);

        List<String> titles = titles(program, program.manager(), "q=" + q);

        assertThat(titles).hasSize(1).first().asString().startsWith(found);
    }

    @Test
    void searchesTheDescriptionToo() {
        TestingProgram program = TestingProgram.create(server);
        program.draft(program.manager(), Map.of("title", "Found", "description", "in the fine print"));
        program.draft(program.manager(), Map.of("title", "Lost"));

        assertThat(titles(program, program.manager(), "q=FINE%20print")).containsExactly("Found");
        assertThat(titles(program, program.manager(), "q=print%20found")).containsExactly("Found");
        assertThat(titles(program, program.manager(), "q=print%20lost")).isEmpty();
    }

    @Test
    void pagesWithoutOverlapOrGap() {
        TestingProgram program = TestingProgram.create(server);
        for (int i = 0; i < 7; i++) {
            title(program, program.manager(), "same title");
        }
        List<String> ids = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            JsonNode body = program.manager()
                    .client()
                    .get(program.path("requests?sort=title&limit=2&page=" + page))
                    .expect(200)
                    .body();
            assertThat(body.path("pagination").path("pages").asInt()).isEqualTo(4);
            ids.addAll(body.path("data").findValuesAsText("key"));
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(7);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "status=open,    status",
        "priority=huge,  priority",
        "assignee=me,    assignee",
        "sort=secret,    sort",
        "limit=0,        limit",
        "limit=101,      limit",
        "limit=5abc,     limit",
        "page=0,         page",
    })
    void refusesWrongParametersByName(String query, String path) {
        JsonNode problem = four.manager()
                .client()
                .get(four.path("requests?" + query))
                .expect(400)
                .body();

        assertThat(problem.path("errors").get(0).path("path").asText()).isEqualTo(path);
    }

    /** Two drafts, one in review, one submitted; titled by priority. */
    private static TestingProgram fourRequests() {
        TestingProgram program = TestingProgram.create(server);
        Somebody manager = program.manager();
        program.draft(manager, Map.of("title", "low", "priority", "low", "dueDate", "2026-03-01"));
        program.draft(manager, Map.of("title", "high", "priority", "high", "dueDate", "2026-02-01"));
        JsonNode urgent =
                program.draft(manager, Map.of("title", "urgent", "priority", "urgent", "dueDate", "2026-01-01"));
        JsonNode medium = program.draft(manager, Map.of("title", "medium", "priority", "medium"));
        program.step(manager, urgent, "submission");
        program.assign(urgent, program.teamMember());
        program.step(manager, medium, "submission");
        program.step(manager, medium, "review");
        return program;
    }

    private static JsonNode title(TestingProgram program, Somebody author, String title) {
        return program.draft(author, Map.of("title", title));
    }

    private static List<String> titles(TestingProgram program, Somebody viewer, String query) {
        List<String> titles = new ArrayList<>();
        viewer.client()
                .get(program.path("requests?limit=100&" + query))
                .expect(200)
                .body()
                .path("data")
                .forEach(request -> titles.add(request.path("title").asText()));
        return titles;
    }
}
