package dev.docket.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.Contract;
import dev.docket.testing.TestingClient;
import dev.docket.testing.TestingClient.Answer;
import dev.docket.testing.TestingClock;
import dev.docket.testing.TestingDatabase;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** POSTs with an {@code Idempotency-Key}: sent twice, done once. */
final class IdempotencyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern SECRET =
            Pattern.compile("token|secret|password|credential|link$|apikey|privatekey", Pattern.CASE_INSENSITIVE);
    private static final TestingClock clock = new TestingClock();
    private static final TestingServer server = TestingServer.start(clock);

    private final TestingProgram program = TestingProgram.create(server);
    private final Somebody manager = program.manager();
    private final Somebody client = program.client();

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void answersTheSecondTimeWhatItAnsweredTheFirst() {
        TestingClient keyed = client.client().with("Idempotency-Key", "laptop-1");

        Answer first =
                keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(201);
        Answer second =
                keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(201);

        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isEqualTo("/api/v1/" + program.path(first.body(), ""));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void worksForStepsAndCommentsAlike() {
        JsonNode draft = program.draft(client);
        TestingClient step = client.client().with("Idempotency-Key", "step");
        TestingClient comment = client.client().with("Idempotency-Key", "comment");

        for (int i = 0; i < 2; i++) {
            step.post(program.path(draft, "submission"), Map.of()).expect(200);
            comment.post(program.path(draft, "comments"), Map.of("body", "Hello"))
                    .expect(201);
        }

        JsonNode request = program.get(manager, draft);
        assertThat(request.path("version").asLong()).isEqualTo(2);
        assertThat(request.path("commentCount").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAnotherCallWithTheSameKey() {
        TestingClient keyed = client.client().with("Idempotency-Key", "once");
        keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(201);

        for (Answer refused : List.of(
                keyed.post(program.path("requests"), Map.of("title", "Phone")),
                keyed.post(program.path("requests?x=1"), Map.of("title", "Laptop")),
                keyed.post("programs", Map.of("title", "Laptop")))) {
            assertThat(refused.expect(422).problem()).isEqualTo("key-reused");
        }
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void belongsToTheUserWhoSendsIt() {
        for (Somebody somebody : List.of(client, manager)) {
            somebody.client()
                    .with("Idempotency-Key", "shared")
                    .post(program.path("requests"), Map.of("title", "Laptop"))
                    .expect(201);
        }

        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void letsWhatFailedBeTriedAgainWithTheSameKey() {
        JsonNode draft = program.draft(client);
        TestingClient keyed = manager.client().with("Idempotency-Key", "review");
        keyed.post(program.path(draft, "review"), Map.of()).expect(409);
        program.step(client, draft, "submission");

        assertThat(keyed.post(program.path(draft, "review"), Map.of())
                        .expect(200)
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("in_review");

        TestingClient other = client.client().with("Idempotency-Key", "invalid");
        other.post(program.path("requests"), Map.of("title", "")).expect(400);
        other.post(program.path("requests"), Map.of("title", "Fine")).expect(201);
    }

    @Test
    void forgetsAfterADay() {
        TestingClient keyed = client.client().with("Idempotency-Key", "daily");
        Answer first =
                keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(201);
        clock.pass(Duration.ofHours(24).plusSeconds(1));
        String token = server.people()
                .logIn(client.email(), dev.docket.testing.TestingPeople.PASSWORD)
                .token();
        TestingClient tomorrow = server.anonymous().withToken(token).with("Idempotency-Key", "daily");

        Answer second = tomorrow.post(program.path("requests"), Map.of("title", "Laptop"))
                .expect(201);

        assertThat(second.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.body().path("id")).isNotEqualTo(first.body().path("id"));
        assertThat(kept()).isPositive();
        clock.pass(Duration.ofHours(25));
        server.bean(IdempotencyCleanup.class).run();
        assertThat(kept()).isZero();
    }

    @Test
    void acceptsOnlyPrintableKeysOfAReasonableLength() {
        for (String wrong : List.of("", "x".repeat(256), "\u00e4", "a\tb", "a\u007f")) {
            assertThatThrownBy(() -> IdempotencyFilter.checked(wrong)).hasMessageStartingWith("Idempotency-Key: ");
        }
        client.client()
                .with("Idempotency-Key", "x".repeat(256))
                .post(program.path("requests"), Map.of("title", "Laptop"))
                .expect(400);
        client.client()
                .with("Idempotency-Key", "x".repeat(255))
                .post(program.path("requests"), Map.of("title", "Laptop"))
                .expect(201);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void refusesKeysOfUploads() {
        JsonNode request = program.submitted(client);

        Answer refused = client.client()
                .with("Idempotency-Key", "file")
                .upload(
                        program.path(request, "attachments"),
                        "a.txt",
                        "text/plain",
                        "A".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.expect(400).detail()).startsWith("Idempotency-Key: ");
        assertThat(program.get(client, request).path("attachmentCount").asInt()).isZero();
    }

    @Test
    void keepsNoLinkForANewPassword() {
        TestingClient admin = server.people().firstAdmin().client();
        String path = "users/" + client.id() + "/password-reset";
        int before = kept();

        Answer refused = admin.with("Idempotency-Key", "link").post(path);

        assertThat(refused.expect(400).detail()).startsWith("Idempotency-Key: ");
        assertThat(admin.post(path).expect(201).body().path("link").asText()).contains("#");
        assertThat(kept()).isEqualTo(before);
    }

    /** Whoever adds a route whose answer sounds like a secret is reminded here to say {@code @ToldOnce}. */
    @Test
    void takesNoKeyWhereAnAnswerHoldsASecret() {
        Contract contract = Contract.ofTheApi();
        TestingClient keyed = server.people().firstAdmin().client().with("Idempotency-Key", "secret");
        List<String> secret = contract.operations().stream()
                .filter(route -> route.startsWith("POST ") && holdsASecret(contract, route))
                .toList();

        assertThat(secret)
                .contains("POST /users/{userId}/password-reset", "POST /auth/session", "POST /auth/session/refresh");
        int before = kept();
        for (String route : secret) {
            Answer answer = keyed.post(
                    route.substring("POST /".length())
                            .replaceAll("\\{\\w+}", UUID.randomUUID().toString()),
                    "{}");
            boolean open = !contract.operation(route).path("security").isMissingNode();
            assertThat(open || answer.detail().startsWith("Idempotency-Key: given where the answer is a secret"))
                    .as("%s: %s", route, answer.text())
                    .isTrue();
        }
        assertThat(kept()).isEqualTo(before);
    }

    private static boolean holdsASecret(Contract contract, String route) {
        return contract.answered(route).stream()
                .anyMatch(property -> SECRET.matcher(property).find());
    }

    @Test
    void keepsOnlyStatusAndPlaceOfLongAnswers() {
        for (int i = 0; i < 15; i++) {
            program.field(Map.of("key", "long" + i, "label", "Long", "type", "text"));
        }
        Map<String, Object> fields = new java.util.HashMap<>();
        for (int i = 0; i < 15; i++) {
            fields.put("long" + i, "x".repeat(5_000));
        }
        TestingClient keyed = client.client().with("Idempotency-Key", "long");
        Map<String, ?> body = Map.of("title", "Long", "fields", fields);
        Answer first = keyed.post(program.path("requests"), body).expect(201);

        Answer second = keyed.post(program.path("requests"), body).expect(201);

        assertThat(first.bytes().length).isGreaterThan(64 * 1024);
        assertThat(second.bytes()).isEmpty();
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(requests()).isEqualTo(1);
    }

    /** Twenty at the same moment: one is carried out; the others get its answer, or are told to come again. */
    @Test
    void carriesOutOneOfTwentyAtOnce() throws Exception {
        TestingClient keyed = client.client().with("Idempotency-Key", "at-once");
        CyclicBarrier start = new CyclicBarrier(20);
        List<Future<Answer>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                sent.add(threads.submit(() -> {
                    start.await();
                    return keyed.post(program.path("requests"), Map.of("title", "At once"));
                }));
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : sent) {
            answers.add(answer.get());
        }

        assertThat(requests()).isEqualTo(1);
        assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(answer -> answer.body().path("id").asText())
                .containsOnly(keyed.post(program.path("requests"), Map.of("title", "At once"))
                        .expect(201)
                        .body()
                        .path("id")
                        .asText());
        assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(answer -> {
            assertThat(answer.problem()).isEqualTo("call-under-way");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
    }

    /** As when the network breaks: it was done, and nobody heard of it. */
    @Test
    void answersWhoHungUpBeforeTheAnswerCame() {
        String body = "{\"title\":\"Heard nothing\"}";
        hangUp("POST /api/v1/" + program.path("requests") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + client.token() + "\r\nIdempotency-Key: hung-up\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);

        awaitARequest();
        Answer answer = client.client()
                .with("Idempotency-Key", "hung-up")
                .post(program.path("requests"), body)
                .expect(201);

        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answer.body().path("title").asText()).isEqualTo("Heard nothing");
        assertThat(requests()).isEqualTo(1);
    }

    /** As when the database fails after the work was done and before it is committed: neither the change nor the key stay. */
    @Test
    void keepsNothingOfWhatDidNotCommit() {
        sql("""
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'the disk is on fire'; END $$
                """);
        sql("""
                CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION fail()
                """);
        TestingClient keyed = client.client().with("Idempotency-Key", "fire");
        keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(500);
        sql("DROP TRIGGER fail ON journal");
        sql("DROP FUNCTION fail");
        assertThat(requests()).isZero();

        Answer again =
                keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(201);

        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(requests()).isEqualTo(1);
    }

    /** As when the server dies after the commit: what the transaction itself has kept is answered. */
    @Test
    void hasTheAnswerAsSoonAsTheChangeIsCommitted() {
        TestingClient keyed = client.client().with("Idempotency-Key", "died");
        sql("""
                CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$
                """);
        sql("CREATE TRIGGER keep BEFORE UPDATE ON idempotent_call FOR EACH ROW EXECUTE FUNCTION keep()");
        Answer first =
                keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(201);
        sql("DROP TRIGGER keep ON idempotent_call");
        sql("DROP FUNCTION keep");

        Answer again =
                keyed.post(program.path("requests"), Map.of("title", "Laptop")).expect(201);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
    }

    private void awaitARequest() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (requests() == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static void hangUp(String request) {
        try (Socket socket = new Socket("localhost", server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int requests() {
        return manager.client()
                .get(program.path("requests"))
                .expect(200)
                .body()
                .path("pagination")
                .path("total")
                .asInt();
    }

    private static int kept() {
        return server.database()
                .read(tx -> tx.handle()
                        .createQuery("SELECT count(*) FROM idempotent_call")
                        .mapTo(Integer.class)
                        .one());
    }

    private static void sql(String statement) {
        server.database().writeOnly(tx -> {
            TestingDatabase.becomeOwner(tx);
            tx.handle().execute(statement);
        });
    }
}
