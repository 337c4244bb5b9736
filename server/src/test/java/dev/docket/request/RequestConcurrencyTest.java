package dev.docket.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What several people do at the same moment. */
final class RequestConcurrencyTest {
    private static final TestingServer server = TestingServer.start();

    @AfterAll
    static void close() {
        server.close();
    }

    /** Trap 8: read-check-write transitions, both of two contradictory ones succeed. */
    @RepeatedTest(5)
    void trap8OnlyOneOfTwoContradictoryStepsWins() throws Exception {
        TestingProgram program = TestingProgram.create(server);
        JsonNode inReview = program.inReview(program.client());

        List<Answer> answers = together(List.of(
                () -> program.tryStep(program.manager(), inReview, "approval"),
                () -> program.manager().client().post(program.path(inReview, "rejection"), Map.of("reason", "No"))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(problems(answers)).containsExactly("transition-refused");
        assertThat(program.get(program.manager(), inReview).path("version").asLong())
                .isEqualTo(4);
    }

    /** Trap 8: the same with the version that both had seen. */
    @RepeatedTest(3)
    void trap8OnlyOneOfTwoWithdrawalAndReviewWins() throws Exception {
        TestingProgram program = TestingProgram.create(server);
        JsonNode submitted = program.submitted(program.client());

        List<Answer> answers = together(List.of(
                () -> program.manager().client().post(program.path(submitted, "review"), Map.of("version", 2)),
                () -> program.client()
                        .client()
                        .with("If-Match", "\"2\"")
                        .delete(program.path(submitted, "submission"))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(problems(answers)).containsExactly("stale-version");
    }

    /** Trap 8: limits counted before insert. */
    @Test
    void trap8ExactlyTheLimitIsSubmitted() throws Exception {
        TestingProgram program = TestingProgram.create(server, Map.of("maxActiveRequests", 7));
        List<Callable<Answer>> submissions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            JsonNode draft = program.draft(i % 2 == 0 ? program.client() : program.teamMember());
            submissions.add(() -> program.tryStep(program.manager(), draft, "submission"));
        }

        List<Answer> answers = together(submissions);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(7);
        assertThat(problems(answers)).hasSize(13).containsOnly("limit-reached");
        assertThat(active(program)).isEqualTo(7);
    }

    @Test
    void trap8ExactlyTheLimitPerCreatorIsSubmitted() throws Exception {
        TestingProgram program = TestingProgram.create(server, Map.of("maxActiveRequestsPerUser", 3));
        List<Callable<Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attempts.add(() -> {
                Answer created = program.client().client().post(program.path("requests"), Map.of("title", "At once"));
                return created.status() == 201
                        ? program.tryStep(program.client(), created.body(), "submission")
                        : created;
            });
        }

        List<Answer> answers = together(attempts);

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(3);
        assertThat(problems(answers)).hasSize(17).containsOnly("limit-reached");
        assertThat(active(program)).isEqualTo(3);
    }

    @Test
    void numbersParallelRequestsWithoutGapOrDouble() throws Exception {
        TestingProgram program = TestingProgram.create(server);
        List<Callable<Answer>> creations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            creations.add(() -> program.client().client().post(program.path("requests"), Map.of("title", "At once")));
        }

        Set<Integer> numbers = new HashSet<>();
        together(creations)
                .forEach(answer ->
                        numbers.add(answer.expect(201).body().path("number").asInt()));

        assertThat(numbers).hasSize(20).allMatch(number -> 1 <= number && number <= 20);
    }

    @Test
    void mergesParallelEditsOfDifferentFields() throws Exception {
        TestingProgram program = TestingProgram.create(server);
        List<Callable<Answer>> edits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            program.field(Map.of("key", "f" + i, "label", "Field " + i, "type", "number"));
        }
        JsonNode draft = program.draft(program.manager());
        for (int i = 0; i < 8; i++) {
            Map<String, ?> body = Map.of("fields", Map.of("f" + i, i), "version", 1);
            edits.add(() -> program.manager().client().patch(program.path(draft, ""), body));
        }

        together(edits).forEach(answer -> answer.expect(200));

        JsonNode merged = program.get(program.manager(), draft);
        assertThat(merged.path("version").asLong()).isEqualTo(9);
        assertThat(merged.path("fields").size()).isEqualTo(8);
    }

    /** Archiving waits for what is under way; nothing is written after it. */
    @Test
    void writesNothingIntoAProgramOnceItIsArchived() throws Exception {
        TestingProgram program = TestingProgram.create(server);
        List<Callable<Answer>> actions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            actions.add(() -> createUntilRefused(program));
        }
        actions.add(() -> program.manager().client().patch(program.path(""), Map.of("status", "archived")));

        List<Answer> answers = together(actions);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 403);
        JsonNode newest = program.manager()
                .client()
                .get(program.path("activity?limit=1"))
                .body()
                .path("data")
                .get(0);
        assertThat(newest.path("event").asText()).isEqualTo("program:updated");
    }

    private static Answer createUntilRefused(TestingProgram program) {
        Answer answer;
        do {
            answer = program.client().client().post(program.path("requests"), Map.of("title", "At once"));
        } while (answer.status() == 201);
        return answer;
    }

    private static int active(TestingProgram program) {
        return program.manager()
                .client()
                .get(program.path(""))
                .body()
                .path("openRequests")
                .asInt();
    }

    private static List<String> problems(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 409)
                .map(Answer::problem)
                .toList();
    }

    /** Lets all of them go at the same moment. */
    private static List<Answer> together(List<Callable<Answer>> actions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(actions.size());
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<Answer> action : actions) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
        }
        List<Answer> all = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }
}
