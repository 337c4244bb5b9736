package dev.docket.program;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a program, and what happens when two managers change them. */
final class ProgramSettingsApiTest {
    private static final TestingServer server = TestingServer.start();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void createsAProgramWithAllSettings() {
        JsonNode created =
                manager.client().post("programs", json("""
                        {'name':'All set','startDate':'2026-11-01','endDate':'2026-11-01','timeZone':'Europe/Berlin',
                         'dueRuleEnabled':true,'dueOffsetDays':365,'complianceType':'hssp',
                         'requireCompleteChecklists':true}
                        """)).expect(201).body();

        assertThat(manager.client()
                        .get("programs/" + TestingProgram.id(created))
                        .expect(200)
                        .body())
                .isEqualTo(created);
        assertThat(created.path("startDate").asText()).isEqualTo("2026-11-01");
        assertThat(created.path("endDate").asText()).isEqualTo("2026-11-01");
        assertThat(created.path("timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(created.path("dueRuleEnabled").asBoolean()).isTrue();
        assertThat(created.path("dueOffsetDays").asInt()).isEqualTo(365);
        assertThat(created.get("dueDateField").isNull()).isTrue();
        assertThat(created.path("complianceType").asText()).isEqualTo("hssp");
        assertThat(created.path("requireCompleteChecklists").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'startDate':'2026-02-30'}                            | startDate      | \"2026-02-30\" (expected: a date such as 2026-11-23)",
                "{'startDate':'2026-11-02','endDate':'2026-11-01'}     | endDate        | 2026-11-01 (expected: 2026-11-02 or later, when the program starts)",
                "{'timeZone':'+02:00'}                                 | timeZone       | \"+02:00\" (expected: the name of a time zone, such as Europe/Berlin)",
                "{'timeZone':'Mars/Base'}                              | timeZone       | \"Mars/Base\" (expected: the name of a time zone, such as Europe/Berlin)",
                "{'timeZone':null}                                     | timeZone       | null (expected: a value)",
                "{'dueRuleEnabled':true}                               | dueOffsetDays  | missing (expected: 1..365, for the due rule is enabled)",
                "{'dueOffsetDays':0}                                   | dueOffsetDays  | 0 (expected: 1..365, or null)",
                "{'dueOffsetDays':366}                                 | dueOffsetDays  | 366 (expected: 1..365, or null)",
                "{'dueDateField':'cost'}                               | dueDateField   | \"cost\" (expected: a date field of the program: one of [needed])",
                "{'complianceType':'iso'}                              | complianceType | iso (expected: one of: hssp)",
                "{'version':2}                                         | version        | 2 (expected: 1..1)",
            })
    void refusesBadSettingsByName(String body, String path, String message) {
        TestingProgram fresh = TestingProgram.create(server);
        if (path.equals("dueDateField")) {
            fresh.field(Map.of("key", "needed", "label", "Needed on", "type", "date"));
            fresh.field(Map.of("key", "cost", "label", "Cost", "type", "number"));
        }

        Answer refused =
                fresh.manager().client().patch(fresh.path(""), json(body)).expect(400);

        assertThat(refused.body().at("/errors/0/path").asText()).isEqualTo(path);
        assertThat(refused.body().at("/errors/0/message").asText()).isEqualTo(message);
    }

    @Test
    void writesDownSettingsBeforeAndAfterWithLabels() {
        program.set(Map.of("endDate", "2999-12-31", "dueRuleEnabled", true, "dueOffsetDays", 1));

        assertThat(newestChanges(manager)).isEqualTo(json("""
                        [{'field':'endDate','label':'End date','before':null,'after':'2999-12-31'},
                         {'field':'dueRuleEnabled','label':'Due rule','before':false,'after':true},
                         {'field':'dueOffsetDays','label':'Due after days','before':null,'after':1}]
                        """));
        assertThat(newestChanges(program.client())).isEqualTo(json("""
                        [{'field':'endDate','label':'End date','before':null,'after':'2999-12-31'}]
                        """));
        assertThat(program.client().client().get(program.path("")).text())
                .contains("2999-12-31")
                .doesNotContain("dueOffsetDays")
                .doesNotContain("dueRule");
    }

    @Test
    void takesNoRequestsBeforeItStarts() {
        JsonNode draft = program.draft(program.client());
        program.set(Map.of("startDate", "2999-01-01"));

        Answer created = manager.client().post(program.path("requests"), Map.of("title", "Too early"));
        Answer submitted = program.tryStep(program.client(), draft, "submission");

        for (Answer refused : new Answer[] {created.expect(409), submitted.expect(409)}) {
            assertThat(refused.problem()).isEqualTo("transition-refused");
            assertThat(refused.body().path("rule").asText()).isEqualTo("time-window");
            assertThat(refused.detail()).startsWith("The program takes requests from 2999-01-01 on; today is ");
        }
        assertThat(program.get(program.client(), draft).at("/cannot/submit").asText())
                .isEqualTo(submitted.detail());
        assertThat(manager.client()
                        .get(program.path(""))
                        .body()
                        .at("/cannot/createRequest")
                        .asText())
                .isEqualTo(created.detail());
    }

    @Test
    void takesNoRequestsAfterItsEndButLetsThoseGoOnThatItHas() {
        JsonNode inReview = program.inReview(program.client());
        JsonNode rejected = program.rejected(program.client());
        program.set(Map.of("endDate", "2000-01-01"));

        assertThat(program.tryStep(program.client(), rejected, "submission")
                        .expect(409)
                        .body()
                        .path("rule")
                        .asText())
                .isEqualTo("time-window");
        program.step(manager, program.step(manager, inReview, "approval"), "completion");
        program.set(json("{'endDate':null}"));
        program.step(program.client(), rejected, "submission");
    }

    @Test
    void keepsTheDateFieldThatRequestsAreDueOn() {
        JsonNode needed = program.field(Map.of("key", "needed", "label", "Needed on", "type", "date"));
        program.set(Map.of("dueDateField", "needed"));
        String path = program.path("fields/" + TestingProgram.id(needed));

        manager.client().delete(path).expect(409);
        assertThat(manager.client()
                        .patch(path, Map.of("type", "text"))
                        .expect(409)
                        .detail())
                .isEqualTo("Requests are due on the date of \"needed\"."
                        + " Choose another date field for the due rule first, or none.");
        manager.client().patch(path, Map.of("label", "Wanted on")).expect(200);
        program.set(json("{'dueDateField':null}"));
        manager.client().delete(path).expect(204);
    }

    @Test
    void refusesToOverwriteWhatAnotherManagerChangedSince() {
        Somebody other = program.join(server.people().manager(), "manager");
        edit(other, "{'description':'By the other','maxActiveRequests':5}").expect(200);

        edit(manager, "{'requireApproval':false,'version':1}").expect(200);
        Answer refused = edit(manager, "{'description':'Mine','endDate':'2999-01-01','version':1}")
                .expect(409);

        assertThat(refused.problem()).isEqualTo("stale-version");
        assertThat(refused.body().path("conflicts")).isEqualTo(json("""
                        [{'field':'description','label':'Description','yours':'Mine','theirs':'By the other'}]
                        """));
        assertThat(refused.body().path("current"))
                .isEqualTo(manager.client().get(program.path("")).body());
        assertThat(refused.body().at("/current/endDate").isNull()).isTrue();
        edit(manager, "{'description':'Mine','version':3}").expect(200);
    }

    @Test
    void takesTheVersionFromIfMatchToo() {
        assertThat(manager.client().get(program.path("")).header("ETag")).isEqualTo("\"1\"");
        edit(program.join(server.people().manager(), "manager"), "{'description':'By the other'}")
                .expect(200);

        assertThat(manager.client()
                        .with("If-Match", "\"1\"")
                        .patch(program.path(""), Map.of("description", "Mine"))
                        .expect(409)
                        .problem())
                .isEqualTo("stale-version");
        manager.client()
                .with("If-Match", "\"2\"")
                .patch(program.path(""), Map.of("description", "Mine"))
                .expect(200);
    }

    private Answer edit(Somebody author, String body) {
        return author.client().patch(program.path(""), json(body));
    }

    private JsonNode newestChanges(Somebody viewer) {
        return viewer.client()
                .get(program.path("activity?limit=1"))
                .expect(200)
                .body()
                .at("/data/0/changes");
    }
}
