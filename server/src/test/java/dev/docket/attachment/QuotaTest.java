package dev.docket.attachment;

import static dev.docket.testing.TestingProgram.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Not more than a program may store, however many upload at once. */
final class QuotaTest {
    private static final TestingServer server = TestingServer.start(Map.of("DOCKET_PROGRAM_QUOTA", "1MB"));
    private static final StoredFiles stored = new StoredFiles(server);
    private static final Somebody admin = server.people().admin();

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody client = program.client();
    private final JsonNode request = program.submitted(client);
    private final String path = program.path(request, "attachments");

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void takesWhatFitsExactlyAndRefusesOneByteMore() {
        setQuota(10).expect(200);
        upload(4).expect(201);
        int kept = stored.kept().size();
        Answer refused = upload(7).expect(413);
        assertThat(refused.problem()).isEqualTo("quota-reached");
        assertThat(refused.body().path("limit").asLong()).isEqualTo(10);
        assertThat(refused.body().path("usage").asLong()).isEqualTo(4);
        assertThat(refused.body().path("size").asLong()).isEqualTo(7);
        assertThat(stored.kept()).hasSize(kept);
        assertThat(stored.incoming()).isEmpty();
        upload(6).expect(201);
        assertThat(usage(program.manager()).toString()).isEqualTo("{\"usedBytes\":10,\"quotaBytes\":10,\"files\":2}");
        assertThat(program.get(client, request).path("attachmentCount").asInt()).isEqualTo(2);
    }

    @Test
    void refusesAFullProgramBeforeAnythingIsRead() {
        setQuota(1).expect(200);
        upload(1).expect(201);
        assertThat(upload(20_000_000).expect(413).problem()).isEqualTo("quota-reached");
    }

    /** On requests of their own, so that nothing but the count keeps them apart. */
    @Test
    void letsExactlyAsManyInAsFitWhenManyUploadAtOnce() throws InterruptedException, ExecutionException {
        setQuota(5_500).expect(200);
        int kept = stored.kept().size();
        List<String> paths = IntStream.range(0, 16)
                .mapToObj(_ -> program.path(program.submitted(client), "attachments"))
                .toList();
        int taken = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> uploads = paths.stream()
                    .map(own -> (Callable<Integer>) () -> upload(own, 1_000).status())
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(uploads)) {
                assertThat(answer.get()).isIn(201, 413);
                taken += answer.get() == 201 ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(5);
        assertThat(stored.kept()).hasSize(kept + 5);
        assertThat(usage(program.manager()).path("usedBytes").asLong()).isEqualTo(5_000);
    }

    @Test
    void countsADeletedFileWhileItCanBeRestored() {
        setQuota(10).expect(200);
        JsonNode file = upload(10).expect(201).body();
        client.client().delete(path + "/" + id(file)).expect(204);
        upload(1).expect(413);
        client.client().post(path + "/" + id(file) + "/restoration").expect(200);
        assertThat(usage(program.manager()).path("usedBytes").asLong()).isEqualTo(10);
    }

    @Test
    void isTheAdminsToSetAndTheStaffsToSee() {
        assertThat(usage(program.teamMember()).path("quotaBytes").asLong()).isEqualTo(1 << 20);
        assertThat(client.client().get(program.path("storage")).expect(403).detail())
                .isEqualTo("Only staff of the program can see how much it stores.");
        assertThat(program.manager()
                        .client()
                        .put(program.path("storage/quota"), Map.of("quotaBytes", 5))
                        .expect(403)
                        .detail())
                .isEqualTo("Only an admin can change how much a program may store.");
        setQuota(0).expect(400);
        setQuota((1L << 50) + 1).expect(400);
        setQuota(7).expect(200);
        JsonNode entry = program.manager()
                .client()
                .get(program.path("activity?limit=1"))
                .body()
                .path("data")
                .path(0);
        assertThat(entry.path("event").asText()).isEqualTo("program:updated");
        assertThat(entry.at("/changes/0/after").asLong()).isEqualTo(7);
        assertThat(client.client().get(program.path("activity")).text()).doesNotContain("storageQuotaBytes");
        admin.client()
                .put(program.path("storage/quota"), TestingProgram.json("{'quotaBytes':null}"))
                .expect(200);
        assertThat(usage(admin).path("quotaBytes").asLong()).isEqualTo(1 << 20);
    }

    private Answer setQuota(long bytes) {
        return admin.client().put(program.path("storage/quota"), Map.of("quotaBytes", bytes));
    }

    private JsonNode usage(Somebody viewer) {
        return viewer.client().get(program.path("storage")).expect(200).body();
    }

    private Answer upload(int size) {
        return upload(path, size);
    }

    private Answer upload(String to, int size) {
        return client.client().upload(to, "a.txt", "text/plain", SampleFiles.text("x".repeat(size)));
    }
}
