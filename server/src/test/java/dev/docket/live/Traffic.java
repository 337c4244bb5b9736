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
    private final List<List<Work>> works = new ArrayList<>();
    private final AtomicInteger left;
    private final AtomicInteger refused = new AtomicInteger();

    /** A request and what is known of it. */
    private static final class Work {
        private final Somebody author;
        private final JsonNode request;
        private volatile String status = "draft";

        Work(Somebody author, JsonNode request) {
            this.author = author;
            this.request = request;
        }
    }

    Traffic(List<TestingProgram> programs, int mutations) {
        this.programs = programs;
        this.left = new AtomicInteger(mutations);
        programs.forEach(_ -> works.add(new CopyOnWriteArrayList<>()));
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

    int refused() {
        return refused.get();
    }

    private void work(Random random) {
        while (left.getAndDecrement() > 0) {
            Answer answer = mutate(random);
            if (answer.status() >= 500 || answer.status() == 401) {
                throw new AssertionError(answer.status() + " " + answer.text());
            }
            if (answer.status() >= 300) {
                // Refused: somebody else was faster, or it is not their business. It does not count.
                refused.incrementAndGet();
                left.incrementAndGet();
            }
        }
    }

    private Answer mutate(Random random) {
        int index = random.nextInt(programs.size());
        TestingProgram program = programs.get(index);
        List<Work> known = works.get(index);
        if (known.size() < 5 || random.nextInt(100) < 15) {
            Somebody author = List.of(program.client(), program.teamMember(), program.manager())
                    .get(random.nextInt(3));
            Answer created = author.client().post(program.path("requests"), Map.of("title", "Request"));
            known.add(new Work(author, created.body()));
            return created;
        }
        Work work = known.get(random.nextInt(known.size()));
        Answer answer = mutate(program, work, random);
        if (answer.body().has("status") && answer.status() == 200) {
            work.status = answer.body().path("status").asText();
        }
        return answer;
    }

    /** Something that is likely to be possible now; somebody else may be faster. */
    private static Answer mutate(TestingProgram program, Work work, Random random) {
        Somebody manager = program.manager();
        int dice = random.nextInt(10);
        if (dice == 0) {
            return manager.client()
                    .post(
                            program.path(work.request, "comments"),
                            Map.of("body", "A word", "internal", random.nextBoolean()));
        }
        if (dice == 1) {
            Somebody assignee = random.nextBoolean() ? manager : program.teamMember();
            return manager.client().put(program.path(work.request, "assignee"), Map.of("userId", assignee.id()));
        }
        if (dice < 6) {
            return edit(manager, program, work.request, random);
        }
        return switch (work.status) {
            case "draft", "rejected" -> work.author.client().post(program.path(work.request, "submission"), Map.of());
            case "submitted" ->
                dice < 8
                        ? work.author.client().delete(program.path(work.request, "submission"))
                        : manager.client().post(program.path(work.request, "review"), Map.of());
            default -> manager.client().post(program.path(work.request, "rejection"), Map.of("reason", "Not now"));
        };
    }

    private static Answer edit(Somebody author, TestingProgram program, JsonNode request, Random random) {
        return author.client().patch(program.path(request, ""), Map.of("title", "Title " + random.nextLong()));
    }
}
