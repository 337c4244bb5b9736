package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of {@code isolation/events.txt} with their sockets, in the order of its columns, and what they look at. */
final class LiveIsolation implements AutoCloseable {
    static final int COLUMNS = 8;
    static final String CLIENTS = "client's";
    static final String TEAMS = "team's";
    static final String FOREIGN = "foreign";

    private final TestingServer server;
    private final TestingProgram program;
    private final TestingProgram foreign;
    private final Somebody otherClient;
    private final Somebody foreignClient;
    private final Somebody admin;
    private final Somebody gone;
    private final Map<Case, Scene> scenes = new LinkedHashMap<>();
    private final List<Spectator> spectators = new ArrayList<>();

    LiveIsolation(TestingServer server) {
        this.server = server;
        this.program = Scene.furnish(TestingProgram.create(server));
        this.foreign = Scene.furnish(TestingProgram.create(server));
        this.otherClient = program.anotherClient();
        this.foreignClient = foreign.anotherClient();
        this.admin = server.people().admin();
        this.gone = program.join(server.people().manager(), "manager");
        for (Mutation mutation : Mutations.all()) {
            for (String whose : mutation.isOfARequest() ? List.of(CLIENTS, TEAMS, FOREIGN) : List.of("", FOREIGN)) {
                Scene scene = scene(mutation, whose);
                mutation.before().accept(scene);
                scenes.put(new Case(mutation, whose), scene);
            }
        }
        for (Somebody user : List.of(
                admin,
                program.manager(),
                program.teamMember(),
                program.client(),
                otherClient,
                foreign.manager(),
                gone)) {
            spectators.add(Spectator.open(server, user));
        }
    }

    /** One kind of change of what belongs to somebody. */
    record Case(Mutation mutation, String whose) {}

    Map<Case, Scene> scenes() {
        return scenes;
    }

    TestingProgram program() {
        return program;
    }

    TestingProgram foreign() {
        return foreign;
    }

    Somebody otherClient() {
        return otherClient;
    }

    Somebody gone() {
        return gone;
    }

    /** Those who have a socket. */
    List<Spectator> spectators() {
        return spectators;
    }

    void deactivateTheOneWhoIsGone() {
        admin.client().patch("users/" + gone.id(), Map.of("active", false)).expect(200);
        spectators.getLast().socket().awaitClosed();
        look();
    }

    /** What everybody got since the last look, by column. */
    List<List<Received>> look() {
        List<List<Received>> all = new ArrayList<>();
        spectators.forEach(spectator -> all.add(spectator.news()));
        all.add(List.of()); // nobody has a socket
        return all;
    }

    /** A request of the client that is shared with the other one. */
    JsonNode shared() {
        return program.share(program.submitted(program.client()), otherClient);
    }

    /** What changes a program changes one of its own. */
    private Scene scene(Mutation mutation, String whose) {
        boolean isForeign = whose.equals(FOREIGN);
        TestingProgram of = isForeign ? foreign : program;
        Somebody participant = isForeign ? foreignClient : otherClient;
        if (!mutation.isOfARequest()) {
            of = Scene.furnish(TestingProgram.of(server, of.manager(), of.teamMember(), of.client()));
            of.join(participant, "client");
            if (!isForeign) {
                of.join(gone, "manager");
            }
        }
        return new Scene(server, of, whose.equals(TEAMS) ? of.teamMember() : of.client(), participant);
    }

    @Override
    public void close() {
        spectators.forEach(Spectator::close);
    }
}
