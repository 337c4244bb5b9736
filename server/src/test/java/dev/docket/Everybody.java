package dev.docket;

import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of {@code isolation/routes.txt}, in the order of its columns. */
final class Everybody {
    static final int COLUMNS = 8;

    private static final int FOREIGN = 5;
    private static final int GONE = 6;
    private static final int NOBODY = 7;

    private final TestingServer server;
    private final TestingProgram program;
    private final TestingProgram foreign;
    private final List<Somebody> known;

    Everybody(TestingServer server, TestingProgram program, TestingProgram foreign, Somebody otherClient) {
        this.server = server;
        this.program = program;
        this.foreign = foreign;
        this.known = List.of(
                server.people().admin(),
                program.manager(),
                program.teamMember(),
                program.client(),
                otherClient,
                foreign.manager(),
                program.join(server.people().manager(), "manager"));
    }

    /** Somebody who makes what a path names, in a program; null stands for the client whose things are "the client's". */
    record Maker(TestingProgram program, @Nullable Somebody own) {
        Somebody somebody() {
            return own == null ? program.client() : own;
        }
    }

    /** A call about to be made. */
    record Attempt(TestingClient client, Maker maker) {}

    Somebody admin() {
        return known.getFirst();
    }

    /** As long as they are still there. */
    Maker gone() {
        return new Maker(program, known.get(GONE));
    }

    void deactivateTheOneWhoIsGone() {
        admin().client()
                .patch("users/" + known.get(GONE).id(), Map.of("active", false))
                .expect(200);
    }

    Attempt attempt(RouteRow row, int column) {
        if (row.isForeign()) {
            return new Attempt(client(column), new Maker(column == FOREIGN ? program : foreign, null));
        }
        if (!row.isOwn() || column == NOBODY) {
            return new Attempt(client(column), new Maker(program, null));
        }
        // What one does to oneself must not end what the others are tried with.
        boolean toOneself = !row.path().contains("{requestId}") && !row.path().contains("{key}");
        Somebody somebody = toOneself && column != GONE ? likeThe(column) : known.get(column);
        return new Attempt(somebody.client(), new Maker(column == FOREIGN ? foreign : program, somebody));
    }

    /** The program that the person of a column asks in. */
    TestingProgram programOf(int column) {
        return column == FOREIGN ? foreign : program;
    }

    private TestingClient client(int column) {
        return column == NOBODY ? server.anonymous() : known.get(column).client();
    }

    private Somebody likeThe(int column) {
        return switch (column) {
            case 0 -> server.people().admin();
            case 1 -> program.join(server.people().manager(), "manager");
            case 2 -> program.anotherTeamMember();
            case 3, 4 -> program.anotherClient();
            case FOREIGN -> foreign.join(server.people().manager(), "manager");
            default -> throw new IllegalArgumentException("column: " + column);
        };
    }
}
