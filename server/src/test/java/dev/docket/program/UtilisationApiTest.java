package dev.docket.program;

import static dev.docket.testing.TestingProgram.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.program.Utilisation.Gauge;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UtilisationApiTest {
    private static final TestingServer server = TestingServer.start();

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest(name = "{0} of {1}: {2} %, {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "7,       -,       -,   UNLIMITED",
                "0,       1,       0,   FREE",
                "1,       1,       100, REACHED",
                "79,      100,     79,  FREE",
                "80,      100,     80,  NEAR",
                "99,      100,     99,  NEAR",
                "100,     100,     100, REACHED",
                "120,     100,     120, REACHED",
                "3,       4,       75,  FREE",
                "4,       5,       80,  NEAR",
                "1000000, 1000000, 100, REACHED",
            })
    void warnsFrom80PercentOn(int active, Integer limit, Integer percent, Utilisation.State state) {
        assertThat(Gauge.of(active, limit)).isEqualTo(new Gauge(active, limit, percent, state));
    }

    @Test
    void showsStaffTheProgramAndEverybody() {
        TestingProgram program =
                TestingProgram.create(server, Map.of("maxActiveRequests", 4, "maxActiveRequestsPerUser", 2));
        Somebody client = program.client();
        Somebody teamMember = program.teamMember();
        program.submitted(client);
        program.approved(client);
        program.inReview(teamMember);
        program.draft(teamMember);

        JsonNode seen = get(program, teamMember, "");

        assertThat(seen.path("program")).isEqualTo(json("{'active':3,'limit':4,'percent':75,'state':'free'}"));
        assertThat(seen.path("own")).isEqualTo(json("{'active':1,'limit':2,'percent':50,'state':'free'}"));
        assertThat(seen.at("/users/data").findValuesAsText("name")).containsExactly(client.name(), teamMember.name());
        assertThat(seen.at("/users/data/0/gauge"))
                .isEqualTo(json("{'active':2,'limit':2,'percent':100,'state':'reached'}"));
        JsonNode second = get(program, teamMember, "?page=2&limit=1");
        assertThat(second.at("/users/data").findValuesAsText("name")).containsExactly(teamMember.name());
        assertThat(second.at("/users/pagination")).isEqualTo(json("{'page':2,'limit':1,'total':2,'pages':2}"));
    }

    @Test
    void showsClientsNothingButTheirOwn() {
        TestingProgram program = TestingProgram.create(server, Map.of("maxActiveRequests", 4));
        program.submitted(program.client());
        program.submitted(program.anotherClient());

        assertThat(get(program, program.client(), ""))
                .isEqualTo(json("{'own':{'active':1,'limit':null,'percent':null,'state':'unlimited'}}"));
    }

    private static JsonNode get(TestingProgram program, Somebody viewer, String query) {
        return viewer.client()
                .get(program.path("utilisation" + query))
                .expect(200)
                .body();
    }
}
