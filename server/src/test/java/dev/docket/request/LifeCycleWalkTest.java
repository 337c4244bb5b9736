package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.JournalReading;
import dev.docket.journal.Reader;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * Random walks by several people at once. However they meet, nobody gets a request into a state that the table and the
 * rights forbid, no limit is ever exceeded, and the journal alone tells every state there has been.
 */
final class LifeCycleWalkTest {
    private static final int REQUESTS = 3;
    private static final int LIMIT = 2;

    private static @Nullable TestingServer running;

    /** Who may do something in a walk. */
    enum Who {
        /** No member of the program. */
        ADMIN,
        MANAGER,
        TEAM_MEMBER,
        OWNER,
        PARTICIPANT,
        /** The manager of another program. */
        OUTSIDER
    }

    /** What they may try. */
    enum What {
        SUBMIT,
        WITHDRAW,
        REVIEW,
        APPROVE,
        REJECT,
        COMPLETE,
        TAKE,
        ASSIGN,
        UNASSIGN,
        EDIT,
        COMMENT,
        SHARE,
        STOP_SHARING,
        DELETE,
        RESTORE,
        ARCHIVE,
        UNARCHIVE
    }

    record Move(Who who, What what, int request) {}

    @AfterContainer
    static void close() {
        if (running != null) {
            running.close();
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void neverReachesAForbiddenState(@ForAll boolean requireApproval, @ForAll("walks") List<List<Move>> rounds)
            throws Exception {
        TestingServer server = server();
        TestingProgram program =
                TestingProgram.create(server, Map.of("requireApproval", requireApproval, "maxActiveRequests", LIMIT));
        program.field(Map.of("key", "memo", "label", "Memo", "type", "text"));
        Map<Who, Somebody> people = Map.of(
                Who.ADMIN, server.people().admin(),
                Who.MANAGER, program.manager(),
                Who.TEAM_MEMBER, program.teamMember(),
                Who.OWNER, program.client(),
                Who.PARTICIPANT, program.anotherClient(),
                Who.OUTSIDER, server.people().manager());
        List<JsonNode> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(program.draft(program.client()));
        }

        for (List<Move> round : rounds) {
            // What was archived in one round is back for the next: else half of all rounds would be idle.
            program.set(Map.of("status", "active"));
            List<Answer> answers = together(round, program, people, requests);
            for (int i = 0; i < answers.size(); i++) {
                Answer answer = answers.get(i);
                assertThat(answer.status()).as(answer.text()).isIn(200, 201, 204, 400, 403, 404, 409);
                // Who is no member cannot be an assignee, and nothing else is wrong with what is sent.
                boolean isNoAssignee =
                        round.get(i).who() == Who.ADMIN && round.get(i).what() == What.TAKE;
                assertThat(answer.status() == 400 && !isNoAssignee)
                        .as(answer.text())
                        .isFalse();
                if (round.get(i).who() == Who.OUTSIDER) {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(404);
                }
            }
        }

        Map<UUID, ToldRequest> told = replayed(server, program, requireApproval, people);
        for (JsonNode request : requests) {
            assertThatTheJournalTells(program, request, Objects.requireNonNull(told.get(TestingProgram.id(request))));
        }
    }

    @Provide
    Arbitrary<List<List<Move>>> walks() {
        Arbitrary<Move> move = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, Who.MANAGER),
                                Tuple.of(4, Who.OWNER),
                                Tuple.of(4, Who.TEAM_MEMBER),
                                Tuple.of(2, Who.PARTICIPANT),
                                Tuple.of(1, Who.ADMIN),
                                Tuple.of(1, Who.OUTSIDER)),
                        // Steps of the life cycle and edits more often than the rest.
                        Arbitraries.frequencyOf(
                                Tuple.of(
                                        3,
                                        Arbitraries.of(
                                                What.SUBMIT,
                                                What.WITHDRAW,
                                                What.REVIEW,
                                                What.APPROVE,
                                                What.REJECT,
                                                What.COMPLETE)),
                                Tuple.of(1, Arbitraries.just(What.EDIT)),
                                Tuple.of(1, Arbitraries.of(What.class))),
                        Arbitraries.integers().between(0, REQUESTS - 1))
                .as(Move::new);
        return move.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(10)
                .ofMaxSize(20)
                // By default short ones are much more likely, which do not get far.
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static TestingServer server() {
        if (running == null) {
            running = TestingServer.start();
        }
        return running;
    }

    private static List<Answer> together(
            List<Move> round, TestingProgram program, Map<Who, Somebody> people, List<JsonNode> requests)
            throws InterruptedException, ExecutionException {
        List<Future<Answer>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Move move : round) {
                sent.add(threads.submit(() -> send(move, program, people, requests.get(move.request()))));
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : sent) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static Answer send(Move move, TestingProgram program, Map<Who, Somebody> people, JsonNode request) {
        Somebody who = somebody(people, move.who());
        String participant = "participants/" + somebody(people, Who.PARTICIPANT).id();
        return switch (move.what()) {
            case SUBMIT -> program.tryStep(who, request, "submission");
            case WITHDRAW -> who.client().delete(program.path(request, "submission"));
            case REVIEW -> program.tryStep(who, request, "review");
            case APPROVE -> program.tryStep(who, request, "approval");
            case REJECT -> who.client().post(program.path(request, "rejection"), Map.of("reason", "No"));
            case COMPLETE -> program.tryStep(who, request, "completion");
            case TAKE -> who.client().put(program.path(request, "assignee"), Map.of("userId", who.id()));
            case ASSIGN ->
                who.client()
                        .put(
                                program.path(request, "assignee"),
                                Map.of(
                                        "userId",
                                        somebody(people, Who.TEAM_MEMBER).id()));
            case UNASSIGN ->
                who.client().put(program.path(request, "assignee"), TestingProgram.json("{'userId':null}"));
            case EDIT ->
                who.client()
                        .patch(
                                program.path(request, ""),
                                Map.of(
                                        "title",
                                        "By " + who.name(),
                                        "priority",
                                        move.who() == Who.OWNER ? "low" : "high",
                                        "fields",
                                        Map.of("memo", who.name())));
            case COMMENT -> who.client().post(program.path(request, "comments"), Map.of("body", "By " + who.name()));
            case SHARE -> who.client().put(program.path(request, participant), Map.of());
            case STOP_SHARING -> who.client().delete(program.path(request, participant));
            case DELETE -> who.client().delete(program.path(request, ""));
            case RESTORE -> who.client().post(program.path(request, "restoration"));
            case ARCHIVE -> who.client().patch(program.path(""), Map.of("status", "archived"));
            case UNARCHIVE -> who.client().patch(program.path(""), Map.of("status", "active"));
        };
    }

    /** Goes through the journal in its order and checks each change against what was before it. */
    private static Map<UUID, ToldRequest> replayed(
            TestingServer server, TestingProgram program, boolean requireApproval, Map<Who, Somebody> people) {
        Map<UUID, ToldRequest> told = new HashMap<>();
        boolean archived = false;
        Reader manager = new Reader(program.manager().id(), Reader.Sight.MANAGER);
        for (Entry entry : server.bean(JournalReading.class).missed(program.id(), 0, Long.MAX_VALUE, 10_000, manager)) {
            archived = isArchivedAfter(entry, archived);
            if (entry.requestId() != null) {
                assertThat(archived).as("archived before entry %s", entry.seq()).isFalse();
                ToldRequest request = told.computeIfAbsent(entry.requestId(), _ -> new ToldRequest());
                request.apply(entry, requireApproval, people);
                assertThat(told.values().stream().filter(one -> !one.deleted && one.status.isActive()))
                        .as("active after entry %s", entry.seq())
                        .hasSizeLessThanOrEqualTo(LIMIT);
            }
        }
        return told;
    }

    /** The journal tells the settings that programs are made with, too. */
    private static boolean isArchivedAfter(Entry entry, boolean before) {
        return entry.event() != EventType.PROGRAM_UPDATED
                ? before
                : entry.changeList().stream()
                        .filter(change -> change.field().equals("status"))
                        .map(change -> change.after().asText().equals("archived"))
                        .findFirst()
                        .orElse(before);
    }

    private static void assertThatTheJournalTells(TestingProgram program, JsonNode request, ToldRequest told) {
        if (told.deleted) {
            program.manager().client().get(program.path(request, "")).expect(404);
            return;
        }
        JsonNode now = program.get(program.manager(), request);
        assertThat(now.path("version").asLong()).isEqualTo(told.version);
        assertThat(now.path("status").asText()).isEqualTo(told.status.wireName());
        assertThat(now.path("commentCount").asInt()).isEqualTo(told.comments);
        for (Map.Entry<String, JsonNode> value : told.values.entrySet()) {
            if (!value.getKey().equals("deleted")) {
                assertThat(now.at("/" + value.getKey().replace('.', '/')))
                        .as(value.getKey())
                        .isEqualTo(value.getValue());
            }
        }
    }

    static Somebody somebody(Map<Who, Somebody> people, Who who) {
        return Objects.requireNonNull(people.get(who));
    }
}
