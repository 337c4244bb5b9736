package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.common.Json;
import dev.docket.identity.Role;
import dev.docket.journal.EventType;
import dev.docket.testing.Contract;
import dev.docket.testing.Recorded;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingPeople;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes every kind of change and writes down, as a fixture of {@code web/}, what three browsers held before it, which events
 * reached them, and what they would fetch afterwards. {@code web/src/live/fixtures.test.ts} replays them. The files change
 * only with the contract: then run this with {@code -Ddocket.record=true}, and the tests of {@code web/}.
 */
final class ReplayFixtureTest {
    private static final String FOLDER = "web/src/live/fixtures/";
    /** Of history that a page shows; more of them tell nothing new. */
    private static final int ENTRIES = 2;
    /** Pages of the installation apply nothing: they read again. */
    private static final Pattern OF_THE_INSTALLATION = Pattern.compile("user:|settings:");

    private static final TestingClock clock = new TestingClock();
    private static final TestingServer server = TestingServer.start(clock);

    @AfterAll
    static void close() {
        server.close();
    }

    static Stream<Mutation> mutations() {
        return Mutations.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void isWhatTheServerReallyDoes(Mutation mutation) {
        TestingPeople people = server.people();
        TestingProgram program = Scene.furnish(TestingProgram.of(
                server,
                people.create(Role.MANAGER, "Mara", "Lindqvist"),
                people.create(Role.TEAM_MEMBER, "Tom", "Berger"),
                people.create(Role.CLIENT, "Clara", "Novak")));
        Somebody participant = program.join(people.create(Role.CLIENT, "Paul", "Okafor"), "client");
        Scene scene = new Scene(server, program, program.client(), participant);
        mutation.before().accept(scene);
        Map<String, Somebody> viewers = new LinkedHashMap<>();
        viewers.put("staff", program.manager());
        viewers.put("client", program.client());
        if (mutation.area().equals(Mutation.SHARING) || mutation.area().equals(Mutation.MEMBERS)) {
            viewers.put("participant", scene.participant());
        }
        ObjectNode fixture = Json.mapper().createObjectNode().put("mutation", mutation.name());
        fixture.put("programId", program.id().toString());
        ObjectNode audiences = fixture.putObject("audiences");
        Map<String, Spectator> spectators = new LinkedHashMap<>();
        viewers.forEach((name, user) -> {
            Spectator spectator = Spectator.open(server, user);
            spectator.news();
            spectators.put(name, spectator);
            Screen screen = screen(scene, user);
            boolean shown = screen.showsTheRequest();
            audiences.putObject(name).put("meId", user.id().toString()).set("before", screen.read(shown, ENTRIES));
        });

        clock.pass(Duration.ofSeconds(1));
        mutation.act().accept(scene);

        spectators.forEach((name, spectator) -> {
            ObjectNode audience = (ObjectNode) audiences.path(name);
            ArrayNode events = audience.putArray("events");
            spectator.news().forEach(event -> events.add(event.data()));
            Screen screen = screen(scene, spectator.user());
            boolean shown = !audience.at("/before/requests").isEmpty();
            audience.set(
                    "after",
                    differing(audience.path("before"), screen.read(shown && screen.showsTheRequest(), 2 * ENTRIES)));
            spectator.close();
        });
        String key = audiences.at("/staff/before/program/value/key").asText();
        Recorded.check(
                FOLDER + mutation.name().replace(' ', '-').replace("'", "") + ".json", Fixture.text(fixture, key));
    }

    /** Whatever can reach a socket from a program is in some fixture, and no fixture is left over. */
    @Test
    void coverEveryEvent() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("..", FOLDER))) {
            for (Path file : files.toList()) {
                JsonNode fixture = Json.parse(Files.readString(file));
                fixture.path("audiences")
                        .forEach(audience -> audience.path("events")
                                .forEach(event -> told.add(event.path("event").asText())));
                assertThat(mutations().map(Mutation::name))
                        .contains(fixture.path("mutation").asText());
            }
        }
        List<String> described = Contract.ofEvents().messages();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .filter(event -> described.contains(event)
                                && !OF_THE_INSTALLATION.matcher(event).lookingAt())
                        .toList());
    }

    private static Screen screen(Scene scene, Somebody viewer) {
        return new Screen(viewer.client(), scene.program(), scene.request());
    }

    /** The parts that are not as they were before; null if the program itself is out of sight. */
    private static JsonNode differing(JsonNode before, @org.jspecify.annotations.Nullable ObjectNode after) {
        if (after == null) {
            return NullNode.getInstance();
        }
        ObjectNode differing = Json.mapper().createObjectNode();
        after.properties().forEach(part -> {
            if (!withoutPositions(part.getValue()).equals(withoutPositions(before.path(part.getKey())))) {
                differing.set(part.getKey(), part.getValue());
            }
        });
        return differing;
    }

    private static JsonNode withoutPositions(JsonNode part) {
        JsonNode copy = part.deepCopy();
        copy.findParents("at").forEach(loaded -> ((ObjectNode) loaded).remove("at"));
        return copy;
    }
}
