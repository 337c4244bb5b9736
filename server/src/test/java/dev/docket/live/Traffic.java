package dev.docket.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many people at work at the same time, over the API: whatever they may do with requests, at random. */
final class Traffic {
    private final List<TestingProgram> programs;
    private final List<List<JsonNode>> requests = new ArrayList<>();
    private final AtomicInteger left;

    Traffic(List<TestingProgram> programs, int mutations) {
        this.programs = programs;
        this.left = new AtomicInteger(mutations);
        programs.forEach(_ -> requests.add(new CopyOnWriteArrayList<>()));
    }

    /** Returns when all mutations are committed. */
    void run(int threads) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Random random = new Random(i);
                running.add(workers.submit(() -> work(random)));
            }
            for (Future<?> one : running) {
                one.get(5, TimeUnit.MINUTES);
            }
        }
    }

    private void work(Random random) {
        while (left.getAndDecrement() > 0) {
            Answer answer = mutate(random);
            if (answer.status() >= 500 || answer.status() == 401) {
                throw new AssertionError(answer.status() + " " + answer.text());
            }
            if (answer.status() >= 300) {
                // Refused: somebody else was faster, or it is not their business. It does not count.
                left.incrementAndGet();
            }
        }
    }

    private Answer mutate(Random random) {
        int index = random.nextInt(programs.size());
        TestingProgram program = programs.get(index);
        List<JsonNode> known = requests.get(index);
        Somebody manager = program.manager();
        Somebody author =
                List.of(program.client(), program.teamMember(), manager).get(random.nextInt(3));
        int dice = random.nextInt(100);
        if (known.size() < 3 || dice < 15) {
            Answer created = author.client().post(program.path("requests"), Map.of("title", "Request " + dice));
            known.add(created.body());
            return created;
        }
        JsonNode request = known.get(random.nextInt(known.size()));
        return switch (dice / 10) {
            case 1, 2 -> edit(manager, program, request, random);
            case 3 -> author.client().post(program.path(request, "submission"), Map.of());
            case 4 -> author.client().delete(program.path(request, "submission"));
            case 5 -> manager.client().post(program.path(request, "review"), Map.of());
            case 6 -> manager.client().post(program.path(request, "rejection"), Map.of("reason", "Not now"));
            case 7 ->
                manager.client()
                        .put(
                                program.path(request, "assignee"),
                                Map.of(
                                        "userId",
                                        List.of(manager, program.teamMember())
                                                .get(dice % 2)
                                                .id()));
            case 8 ->
                author.client()
                        .post(
                                program.path(request, "comments"),
                                Map.of(
                                        "body",
                                        "A word",
                                        "internal",
                                        dice % 2 == 0 && !author.equals(program.client())));
            default -> edit(author, program, request, random);
        };
    }

    private static Answer edit(Somebody author, TestingProgram program, JsonNode request, Random random) {
        return author.client().patch(program.path(request, ""), Map.of("title", "Title " + random.nextLong()));
    }
}
