package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.common.Json;
import dev.docket.journal.Change;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    /** Everything that the journal says about one request. */
    private static final class Told {
        private final Map<String, JsonNode> values = new HashMap<>();
        private RequestStatus status = RequestStatus.DRAFT;
        private long version;
        private boolean deleted;
        private int comments;
    }

    @AfterContainer
    static void close() {
        if (running != null) {
            running.close();
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
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

        Map<UUID, Told> told = replayed(server, program, requireApproval, people);
        for (JsonNode request : requests) {
            assertThatTheJournalTells(program, request, Objects.requireNonNull(told.get(TestingProgram.id(request))));
        }
    }

    @Provide
    Arbitrary<List<List<Move>>> walks() {
        Arbitrary<Move> move = Combinators.combine(
                        Arbitraries.of(Who.class),
                        // Steps of the life cycle more often than the rest.
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
                                Tuple.of(1, Arbitraries.of(What.class))),
                        Arbitraries.integers().between(0, REQUESTS - 1))
                .as(Move::new);
        return move.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(5).ofMaxSize(15);
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
    private static Map<UUID, Told> replayed(
            TestingServer server, TestingProgram program, boolean requireApproval, Map<Who, Somebody> people) {
        Map<UUID, Told> told = new HashMap<>();
        boolean archived = false;
        Reader manager = new Reader(program.manager().id(), Reader.Sight.MANAGER);
        for (Entry entry : server.bean(JournalReading.class).missed(program.id(), 0, Long.MAX_VALUE, 10_000, manager)) {
            archived = isArchivedAfter(entry, archived);
            if (entry.requestId() != null) {
                assertThat(archived).as("archived before entry %s", entry.seq()).isFalse();
                Told request = told.computeIfAbsent(entry.requestId(), _ -> new Told());
                apply(entry, request, requireApproval, people);
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

    private static void apply(Entry entry, Told request, boolean requireApproval, Map<Who, Somebody> people) {
        assertThat(request.deleted).as("deleted before %s", entry.event()).isEqualTo(isRestoration(entry));
        if (entry.event() == EventType.COMMENT_ADDED) {
            assertThat(entry.version()).isEqualTo(request.version);
            request.comments++;
            return;
        }
        assertThat(entry.version()).isEqualTo(request.version + 1);
        request.version++;
        if (entry.event() == EventType.REQUEST_STATUS_CHANGED) {
            JsonNode data = Json.parse(entry.data());
            assertThat(data.path("from").asText()).isEqualTo(request.status.wireName());
            RequestStatus to = RequestStatus.ofName(data.path("to").asText());
            assertThat(steps(request.status, requireApproval))
                    .as("from %s", request.status)
                    .contains(to);
            assertThat(whoMay(to, request, people)).as("who %s", to).contains(entry.actorId());
            request.status = to;
        }
        if (entry.event() == EventType.REQUEST_UPDATED) {
            boolean edited = !entry.changeList().getFirst().field().equals("participants");
            if (edited) {
                assertThat(whoEdits(request, people))
                        .as("who edits while %s", request.status)
                        .contains(entry.actorId());
            }
        }
        if (entry.event() == EventType.REQUEST_ASSIGNED) {
            assertThat(whoAssigns(entry, request, people)).contains(entry.actorId());
        }
        if (entry.event() == EventType.REQUEST_DELETED) {
            assertThat(request.status).isEqualTo(RequestStatus.DRAFT);
            assertThat(whoMay(RequestStatus.DRAFT, request, people)).contains(entry.actorId());
        }
        if (isRestoration(entry)) {
            assertThat(managers(people)).contains(entry.actorId());
        }
        for (Change change : entry.changeList()) {
            JsonNode known = request.values.get(change.field());
            assertThat(known == null || known.equals(change.before()))
                    .as("%s before entry %s: %s, says %s", change.field(), entry.seq(), known, change.before())
                    .isTrue();
            request.values.put(change.field(), change.after());
        }
        request.deleted =
                request.values.getOrDefault("deleted", Json.tree(false)).asBoolean();
    }

    private static boolean isRestoration(Entry entry) {
        return entry.changeList().stream()
                .anyMatch(change ->
                        change.field().equals("deleted") && !change.after().asBoolean());
    }

    /** Section 3 of the rules, written a second time. */
    private static Set<RequestStatus> steps(RequestStatus from, boolean requireApproval) {
        Set<RequestStatus> to = new HashSet<>(
                switch (from) {
                    case DRAFT, REJECTED -> Set.of(RequestStatus.SUBMITTED);
                    case SUBMITTED -> Set.of(RequestStatus.DRAFT, RequestStatus.IN_REVIEW, RequestStatus.REJECTED);
                    case IN_REVIEW -> Set.of(RequestStatus.APPROVED, RequestStatus.REJECTED);
                    case APPROVED -> Set.of(RequestStatus.COMPLETED);
                    case COMPLETED -> Set.<RequestStatus>of();
                });
        if (!requireApproval && (from == RequestStatus.SUBMITTED || from == RequestStatus.IN_REVIEW)) {
            to.add(RequestStatus.COMPLETED);
        }
        return to;
    }

    /** The requests are the owner's. */
    private static Set<UUID> whoMay(RequestStatus to, Told request, Map<Who, Somebody> people) {
        return switch (to) {
            case SUBMITTED, DRAFT ->
                managersAnd(people, somebody(people, Who.OWNER).id());
            case IN_REVIEW, APPROVED, REJECTED -> managers(people);
            case COMPLETED -> managersAnd(people, assignee(request));
        };
    }

    private static Set<UUID> whoEdits(Told request, Map<Who, Somebody> people) {
        return switch (request.status) {
            case DRAFT, REJECTED ->
                managersAnd(people, somebody(people, Who.OWNER).id());
            case SUBMITTED, IN_REVIEW -> managersAnd(people, assignee(request));
            case APPROVED, COMPLETED -> Set.of();
        };
    }

    /** Team members take what nobody has. */
    private static Set<UUID> whoAssigns(Entry entry, Told request, Map<Who, Somebody> people) {
        assertThat(request.status).isNotEqualTo(RequestStatus.COMPLETED);
        JsonNode to = Json.parse(entry.data()).path("assignedTo");
        boolean isFree = assignee(request) == null;
        return managersAnd(people, isFree && to.hasNonNull("id") ? TestingProgram.id(to) : null);
    }

    private static @Nullable UUID assignee(Told request) {
        JsonNode assignee = request.values.get("assignee");
        return assignee != null && assignee.hasNonNull("id") ? TestingProgram.id(assignee) : null;
    }

    private static Set<UUID> managers(Map<Who, Somebody> people) {
        return managersAnd(people, null);
    }

    private static Set<UUID> managersAnd(Map<Who, Somebody> people, @Nullable UUID another) {
        Set<UUID> who = new HashSet<>(Set.of(
                somebody(people, Who.ADMIN).id(), somebody(people, Who.MANAGER).id()));
        if (another != null) {
            who.add(another);
        }
        return who;
    }

    private static void assertThatTheJournalTells(TestingProgram program, JsonNode request, Told told) {
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

    private static Somebody somebody(Map<Who, Somebody> people, Who who) {
        return Objects.requireNonNull(people.get(who));
    }
}
