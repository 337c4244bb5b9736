package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.testing.TestingPeople.Somebody;
import dev.docket.testing.TestingProgram;
import dev.docket.testing.TestingServer;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock Java client, over each way that it can take. */
final class StockClientTest {
    private static final TestingServer server = TestingServer.start();
    private static final long PATIENCE_SECONDS = 20;

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
    void getsEveryEntryInOrderAndComesBackByItself(String transports) throws Exception {
        TestingProgram program = TestingProgram.create(server);
        Somebody manager = program.manager();
        BlockingQueue<Long> seqs = new ArrayBlockingQueue<>(1_000);
        BlockingQueue<String> ready = new ArrayBlockingQueue<>(10);
        Socket socket = socket(transports, Map.of("token", manager.token()));
        socket.on("request:updated", event -> seqs.add(((JSONObject) event[0]).optLong("seq")));
        socket.on("live:ready", event -> ready.add(event[0].toString()));
        socket.connect();
        assertThat(ready.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .contains(program.id().toString());

        JsonNode request = program.draft(manager);
        long first = 1 + edit(program, request, 20);
        assertConsecutive(seqs, first, 20);

        server.bean(LiveServer.class).live().sessions().of(manager.id()).forEach(LiveSession::reconnect);
        assertThat(ready.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        assertConsecutive(seqs, 1 + edit(program, request, 5), 5);
        socket.disconnect();
    }

    @Test
    void isToldWhyItIsRefused() throws Exception {
        assertThat(refusal(Map.of())).isEqualTo("token_missing");
        assertThat(refusal(Map.of("token", ""))).isEqualTo("token_missing");
        assertThat(refusal(Map.of("token", "nonsense"))).isEqualTo("token_invalid");
        Somebody inactive = server.people().teamMember();
        server.people()
                .firstAdmin()
                .client()
                .patch("users/" + inactive.id(), Map.of("active", false))
                .expect(200);
        assertThat(refusal(Map.of("token", inactive.token()))).isEqualTo("user_inactive");
    }

    private static String refusal(Map<String, String> auth) throws Exception {
        BlockingQueue<JSONObject> errors = new ArrayBlockingQueue<>(10);
        Socket socket = socket("websocket", auth);
        socket.on(Socket.EVENT_CONNECT_ERROR, error -> errors.add((JSONObject) error[0]));
        socket.connect();
        JSONObject error = errors.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        socket.disconnect();
        assertThat(error).isNotNull();
        assertThat(error.getString("message")).endsWith(".");
        return error.getJSONObject("data").getString("code");
    }

    /** Answers the number of the entry before the edits. */
    private static long edit(TestingProgram program, JsonNode request, int times) {
        String position = program.manager()
                .client()
                .get(program.path(request, ""))
                .expect(200)
                .header("Docket-Position");
        for (int i = 0; i < times; i++) {
            program.manager()
                    .client()
                    .patch(program.path(request, ""), Map.of("title", "Title " + System.nanoTime()))
                    .expect(200);
        }
        return Long.parseLong(position.substring(position.indexOf(':') + 1));
    }

    private static void assertConsecutive(BlockingQueue<Long> seqs, long first, int count) throws Exception {
        for (long expected = first; expected < first + count; expected++) {
            assertThat(seqs.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(expected);
        }
    }

    private static Socket socket(String transports, Map<String, String> auth) {
        IO.Options options = IO.Options.builder()
                .setForceNew(true)
                .setReconnectionDelay(Duration.ofMillis(50).toMillis())
                .setTransports(List.of(transports.split(",")).toArray(String[]::new))
                .setAuth(auth)
                .build();
        return IO.socket(server.address(), options);
    }
}
